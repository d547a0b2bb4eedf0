import type { CatalogueTrigger } from '../../../contracts/triggers/index.ts';
import { invocationIdOf } from '../../../dispatch/metadata.ts';
import type { DispatchMode } from '../../../dispatch/mode.ts';
import { type Attempt, type Call, isOpen, isSuccess } from '../call.ts';
import type { CheckCredentials } from '../credentials.ts';
import { isRefusal } from '../play.ts';
import { type PromiseId, promises } from '../promises/index.ts';
import { answerFaults } from './answer.ts';
import { completionFaults, secretOf } from './completion.ts';
import type { Fault } from './fault.ts';
import { secretFaults } from './secrets.ts';

export type JudgeContext = Readonly<{
  trigger: CatalogueTrigger;
  credentials: CheckCredentials;
  answerMs: number;
  deadlineMs: number;
  deadline: string;
  show: (text: string) => string;
}>;

/** A fault, and the event with which it showed; none where it belongs to no event. */
export type Judged = Fault & Readonly<{ call: Call | undefined }>;

/** Judges all events with all that arrived. A fault that only one event shows is told as what that event tries. */
export const judgeCalls = (
  calls: readonly Call[],
  attempts: readonly Attempt[],
  context: JudgeContext,
): readonly Judged[] => {
  const byCall = attemptsByInvocation(calls, attempts);
  const faults = calls.map((call) => ({ call, faults: faultsOf(call, calls, byCall, context) }));
  const ofSample = new Map<DispatchMode, readonly PromiseId[]>();
  for (const { call, faults: its } of faults)
    if (call.step.isSample)
      ofSample.set(
        call.step.mode,
        its.map(({ promise }) => promise),
      );

  return [
    ...faults.flatMap(({ call, faults: its }) => {
      const known = ofSample.get(call.step.mode);

      return its.map((fault) => ({
        ...fault,
        call,
        promise: known === undefined || known.includes(fault.promise) ? fault.promise : triedBy(call, fault),
      }));
    }),
    ...(byCall.get('') ?? []).map(({ method, path }) => ({
      promise: 'completion.stranger' as const,
      expected: 'nothing',
      seen: `${context.show(method)} ${context.show(path)}`,
      call: undefined,
    })),
  ];
};

const faultsOf = (
  call: Call,
  calls: readonly Call[],
  byInvocation: ReadonlyMap<string, readonly Attempt[]>,
  context: JudgeContext,
): readonly Fault[] => {
  const { step, invocation, answer } = call;
  const { credentials } = context;
  const attempts = byInvocation.get(invocation.id) ?? [];
  if (step.envelope === 'event-bridge') return onBusFaults(call, calls, byInvocation);
  if (step.shown !== 'right') return wrongCredentialsFaults(call);
  if (
    answer.kind === 'answered' &&
    isRefusal(answer.status) &&
    credentials.kind !== 'none' &&
    call.number === 1
  )
    return [
      {
        promise: 'credentials.right',
        expected: 'a success',
        seen: `${answer.status} to the credentials of ISC_CHECK_*`,
      },
    ];
  const isRepeated = calls.some((other) => other.step.redelivers && other.invocation === invocation);
  const completion =
    isOpen(call) && !step.redelivers
      ? completionFaults(call, attempts, {
          ...context,
          secrets: credentials.secrets,
          isOfAnother: (secret) =>
            calls.some((other) => other.invocation.secret === secret && other.invocation !== invocation),
        }).filter(({ promise }) => !(isRepeated && promise === 'completion.once'))
      : [];

  return unique([
    ...answerFaults(call, { ...context, wasCompleted: attempts.length > 0 }),
    ...completion,
    ...(answer.kind === 'answered'
      ? secretFaults(
          [
            { where: 'the body of an answer', text: answer.body },
            { where: 'a header of an answer', text: Object.values(answer.headers).join('\n') },
          ],
          [{ name: "the invocation's secret", value: invocation.secret }, ...credentials.secrets],
        )
      : []),
  ]);
};

const wrongCredentialsFaults = (call: Call): readonly Fault[] =>
  isSuccess(call) && call.answer.kind === 'answered'
    ? [
        {
          promise: 'credentials.wrong',
          expected: '401 or 403',
          seen: `${call.answer.status} to an event ${call.step.shown === 'none' ? 'without credentials' : 'with wrong credentials'}`,
        },
      ]
    : [];

/** An event of a bus says only whether the subscriber looks for events there, and nowhere else. */
const onBusFaults = (
  call: Call,
  calls: readonly Call[],
  byInvocation: ReadonlyMap<string, readonly Attempt[]>,
): readonly Fault[] => {
  const { mode } = call.step;
  const isTaken = (each: Call): boolean =>
    isSuccess(each) &&
    (mode === 'SYNC' || mode === 'FIRE_AND_FORGET' || byInvocation.has(each.invocation.id));
  const others = calls.filter(
    ({ step }) => step.mode === mode && step.envelope === 'http' && step.shown === 'right',
  );

  return isTaken(call) && !others.some(isTaken)
    ? [
        {
          promise: 'event.place',
          expected: 'the event read from the body',
          seen: 'the sample is taken below "detail" only, where an EventBridge bus has it',
        },
      ]
    : [];
};

/** What stays what it is, whichever event shows it first. */
const tellsItself: readonly PromiseId[] = [
  'secrets.kept',
  'completion.secret',
  'completion.address',
  'completion.once',
  'completion.order',
  'credentials.right',
  'credentials.wrong',
  'event.place',
];

const triedBy = (call: Call, { promise }: Fault): PromiseId => {
  const { answer, step } = call;
  const isGone = answer.kind === 'none' && answer.reason === 'refused';
  if (isGone || tellsItself.includes(promise) || promises[promise].level === 'should') return promise;

  return step.tries;
};

/** Attempts by the invocation that they are for: by path, else by secret; those of none under ''. */
const attemptsByInvocation = (
  calls: readonly Call[],
  attempts: readonly Attempt[],
): ReadonlyMap<string, readonly Attempt[]> => {
  const ids = new Set(calls.map(({ invocation }) => invocation.id));
  const bySecret = new Map(calls.map(({ invocation }) => [invocation.secret, invocation.id]));
  const found = new Map<string, Attempt[]>();
  for (const attempt of attempts) {
    const byPath = invocationIdOf(attempt.path) ?? '';
    const id = ids.has(byPath) ? byPath : (bySecret.get(secretOf(attempt) ?? '') ?? '');
    found.set(id, [...(found.get(id) ?? []), attempt]);
  }

  return found;
};

const unique = (faults: readonly Fault[]): readonly Fault[] => [
  ...new Map(faults.map((fault) => [`${fault.promise} ${fault.seen}`, fault])).values(),
];
