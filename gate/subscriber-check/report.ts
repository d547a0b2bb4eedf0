import type {
  CheckedEvent,
  CheckFinding,
  CheckReport,
  CheckTiming,
} from '../../reports/subscriber-check/check-report.ts';
import { type Attempt, type Call, isOpen } from './call.ts';
import { secretOf } from './judge/completion.ts';
import type { Judged } from './judge/judge-calls.ts';
import { isRefusal, type NotTried } from './play.ts';
import { type PromiseId, promises } from './promises/index.ts';
import type { Step } from './step.ts';

type Given = Pick<CheckReport, 'tool' | 'run' | 'target' | 'conditions'> &
  Readonly<{
    calls: readonly Call[];
    attempts: readonly Attempt[];
    judged: readonly Judged[];
    notTried: readonly NotTried[];
    /** Modes that were left out of the plan. */
    leftOut: CheckReport['notTried'];
    answerMs: number;
  }>;

/** What a check came to. */
export const checkReport = (given: Given): CheckReport => {
  const { tool, run, target, conditions, calls, judged, attempts, answerMs } = given;
  const obstacle = obstacleTo(given);
  const findings = obstacle === undefined ? findingsOf(judged) : [];
  const broken = findings.filter(({ level }) => level === 'must');
  const reasons = [
    ...(obstacle === undefined ? [] : [obstacle]),
    ...broken.map(({ id, statement }) => `${id}: ${statement}`),
  ];
  const verdict = obstacle !== undefined ? 'INCOMPLETE' : broken.length > 0 ? 'FAIL' : 'PASS';
  const open = calls.filter((call) => isOpen(call) && !call.step.redelivers && call.step.envelope === 'http');
  const completed = open.flatMap((call) => completedMs(call, attempts) ?? []);

  return {
    schemaVersion: 1,
    tool,
    run,
    target,
    verdict,
    exitCode: exitCodes[verdict],
    reasons,
    conditions,
    timing: timingOf(calls, answerMs),
    completions: {
      expected: open.length,
      completed: completed.length,
      slowestMs: completed.length === 0 ? null : Math.max(...completed),
    },
    findings,
    events: calls.map((call) => eventOf(call, attempts, judged)),
    notTried: [
      ...given.leftOut,
      ...given.notTried.map(({ steps, reason }) => ({
        what: `${steps[0]?.mode ?? ''}: ${stepList(steps)}`,
        reason,
      })),
    ],
  };
};

/** Of many steps, the last one says how far it would have gone. */
const stepList = (steps: readonly Step[]): string => {
  const [first, ...others] = steps.map(({ what }) => what);

  return others.length < 2
    ? [first, ...others].join(', ')
    : `${first}, and ${others.length} more up to ${others.at(-1)}`;
};

const exitCodes = { PASS: 0, FAIL: 1, INCOMPLETE: 2 } as const;

const howReached = {
  refused: 'it accepts no connection. Is it running, and is the port right?',
  dns: 'the name of its host is not known. Is --url right?',
  tls: 'no secure connection came about. Where its certificate is of a private authority, name that in NODE_EXTRA_CA_CERTS.',
  proxy: 'the proxy in between did not lead there. Check HTTPS_PROXY, or name the host in NO_PROXY.',
} as const;

/** Why a subscriber cannot be judged from here, where that shows with the first event. */
const obstacleTo = ({ calls, conditions }: Given): string | undefined => {
  const [first] = calls;
  if (!first) return undefined;
  const { answer } = first;
  if (answer.kind === 'none')
    return answer.reason in howReached
      ? `It was not reached: ${howReached[answer.reason as keyof typeof howReached]}`
      : undefined;

  return isRefusal(answer.status) && conditions.credentials === 'none'
    ? `It answered ${answer.status}, and no credentials were shown. Export those of the subscription: ISC_CHECK_USER and ISC_CHECK_PASSWORD, or ISC_CHECK_BEARER.`
    : undefined;
};

/** One finding for each promise that is broken, with all events that show it, in the order of the promises. */
const findingsOf = (judged: readonly Judged[]): readonly CheckFinding[] =>
  (Object.keys(promises) as PromiseId[]).flatMap((id) => {
    const its = judged.filter(({ promise }) => promise === id);
    const [first] = its;
    if (!first) return [];
    const { level, statement, basis, advice } = promises[id];

    return [
      {
        id,
        level,
        statement,
        basis,
        expected: first.expected,
        seen: first.seen,
        events: [...new Set(its.flatMap(({ call }) => (call ? [nameOf(call)] : [])))],
        advice,
      },
    ];
  });

const nameOf = ({ step: { mode, what } }: Call): string => `${mode}: ${what}`;

const eventOf = (call: Call, attempts: readonly Attempt[], judged: readonly Judged[]): CheckedEvent => ({
  number: call.number,
  mode: call.step.mode,
  what: call.step.what,
  bytes: call.bytes,
  status: call.answer.kind === 'answered' ? call.answer.status : null,
  ms: Math.round(call.answer.ms),
  completedMs: completedMs(call, attempts) ?? null,
  findings: [...new Set(judged.filter((each) => each.call === call).map(({ promise }) => promise))],
});

const completedMs = ({ invocation, at }: Call, attempts: readonly Attempt[]): number | undefined => {
  const first = attempts.find((attempt) => secretOf(attempt) === invocation.secret);

  return first && Math.round(first.at - at);
};

const timingOf = (calls: readonly Call[], limitMs: number): CheckTiming => {
  const [first, ...others] = calls;
  const warm = others
    .filter(({ step }) => step.shown === 'right')
    .flatMap(({ answer }) => (answer.kind === 'answered' ? [Math.round(answer.ms)] : []))
    .sort((one, other) => one - other);

  return {
    limitMs,
    firstMs: first?.answer.kind === 'answered' ? Math.round(first.answer.ms) : null,
    warm:
      warm.length === 0
        ? null
        : {
            count: warm.length,
            medianMs: warm[Math.floor(warm.length / 2)] ?? 0,
            maxMs: warm.at(-1) ?? 0,
          },
  };
};
