import { grouped } from '../grouped.ts';
import { counted, oneLine } from '../text.ts';
import type { Severity, Subject } from './finding.ts';
import { severities } from './finding.ts';
import type { DatedFinding, HealthReport } from './health-report.ts';
import { dateText } from './words.ts';

/** What all renderers say alike. */

/** `"Manager approval" on idn:access-request-pre-approval`, or the trigger, or the API. */
export const subjectText = ({ kind, id, name, triggerId }: Subject): string => {
  if (kind === 'subscription')
    return `"${oneLine(name, 100)}"${triggerId ? ` on ${oneLine(triggerId, 100)}` : ''}`;

  return oneLine(kind === 'trigger' ? id : name, 100);
};

export const sinceText = (
  { state, since, acknowledged }: DatedFinding,
  { historyFault }: Pick<HealthReport, 'historyFault'>,
): string =>
  [
    historyFault !== undefined
      ? 'not known: earlier nights could not be read'
      : state === 'new'
        ? 'tonight (new)'
        : `${dateText(Date.parse(since))} (${state})`,
    ...(acknowledged === undefined ? [] : [`acknowledged until ${acknowledged}`]),
  ].join(', ');

/** What stands behind the verdict: the counts, or that there are none to rely on. */
export const verdictText = (report: HealthReport): string => {
  if (report.verdict !== 'INCOMPLETE') return countsText(report);

  return report.read.unread.length > 0
    ? 'could not be judged'
    : `could not be judged against earlier nights: ${countsText(report)}`;
};

/** Of one kind, so many are told one by one. */
const toldSingly = 3;

/** Findings that are told together, or one by itself. */
export type Told = readonly [DatedFinding, ...DatedFinding[]];

/**
 * Findings as they are told where there is little room: errors one by one, of the others those of one kind and state
 * together where there are many.
 */
export const toldTogether = (findings: readonly DatedFinding[]): readonly Told[] =>
  [...grouped(findings, ({ id, severity, state }) => `${severity} ${id} ${state}`).values()].flatMap(
    (alike): readonly Told[] => {
      const [first, ...others] = alike;
      if (first === undefined) return [];

      return alike.length > toldSingly && first.severity !== 'error'
        ? [[first, ...others]]
        : alike.map((finding) => [finding]);
    },
  );

/** `28 times, known: "a", "b", "c" and 25 more, see the report` */
export const togetherText = (alike: Told, { historyFault }: Pick<HealthReport, 'historyFault'>): string => {
  const shown = alike.slice(0, toldSingly).map(({ subject }) => `"${oneLine(subject.name, 60)}"`);
  const state = historyFault === undefined ? `, ${alike[0].state}` : '';

  return `${alike.length} times${state}: ${shown.join(', ')} and ${alike.length - shown.length} more, see the report`;
};

/** `1 error (new), 12 warnings (2 new), 0 resolved`; without the news where earlier nights could not be read. */
export const countsText = ({
  findings,
  historyFault,
}: Pick<HealthReport, 'findings' | 'historyFault'>): string => {
  const standing = findings.filter(({ state }) => state !== 'resolved');
  const counts = severities.flatMap((severity) => {
    const own = standing.filter((finding) => finding.severity === severity);
    if (own.length === 0 && severity !== 'error') return [];
    const fresh = own.filter(({ state }) => state === 'new').length;

    return [
      `${own.length === 0 ? 'no errors' : counted(own.length, nouns[severity])}${historyFault === undefined ? newText(own.length, fresh) : ''}`,
    ];
  });

  return [
    ...counts,
    ...(historyFault === undefined ? [`${findings.length - standing.length} resolved`] : []),
  ].join(', ');
};

const nouns: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'remark' };

const newText = (all: number, fresh: number): string => {
  if (all === 0) return '';
  if (fresh === 0) return ' (known)';

  return fresh === all ? ' (new)' : ` (${fresh} new)`;
};

/** What was read, and which lists could not be read to their end. */
export const readText = ({ read, api }: Pick<HealthReport, 'read' | 'api'>): string => {
  const parts = {
    listTriggers: `${counted(read.triggers, 'trigger')}${undocumentedText(read.undocumentedTriggers)}`,
    listSubscriptions: counted(read.subscriptions, 'subscription'),
    listTriggerInvocationStatus: `${read.invocations} status${read.invocations === 1 ? '' : 'es'} (${
      read.truncated ? 'cut off at 2000: older ones are missing' : 'all: below the cap of 2000'
    })`,
  } as const;
  const lists = ['listTriggers', 'listSubscriptions', 'listTriggerInvocationStatus'] as const;
  const unread = lists.filter((list) => read.unread.includes(list));
  const told = lists.filter((list) => !unread.includes(list)).map((list) => parts[list]);

  return [
    ...told,
    ...(unread.length === 0 ? [] : [`not read: ${unread.join(', ')}`]),
    counted(api.requests, 'request'),
  ].join(', ');
};

/** ` (not documented: idn:machine-identity-created)` */
const undocumentedText = (ids: readonly string[]): string => {
  if (ids.length === 0) return '';
  const shown = ids.slice(0, 3).map((id) => oneLine(id, 60));
  const rest = ids.length - shown.length;

  return ` (not documented: ${shown.join(', ')}${rest > 0 ? ` and ${rest} more` : ''})`;
};

/** `night 41` */
export const nightText = ({ night, historyFault }: Pick<HealthReport, 'night' | 'historyFault'>): string =>
  historyFault === undefined ? `night ${night}` : 'earlier nights not read';

/** `p95 210 ms of 24 answers, no 429, no 5xx` */
export const apiText = ({ api }: Pick<HealthReport, 'api'>): string => {
  const { p95, median, slowest, answered, throttled, failed } = api;
  const latency =
    median === null
      ? 'no answer'
      : `${p95 === null ? `median ${median} ms` : `p95 ${p95} ms`} of ${counted(answered, 'answer')}, slowest ${slowest} ms`;

  return `${latency}, ${throttled === 0 ? 'no' : throttled} 429, ${failed === 0 ? 'no 5xx' : `${failed} failed`}`;
};

/** One thing to do next. */
export const nextText = ({ read, findings, target, historyFault }: HealthReport): string => {
  if (read.unread.length > 0)
    return 'npx isc-triggers doctor says whether settings, token and tenant are right';
  const [first] = findings.filter(
    ({ state, severity, acknowledged }) =>
      state !== 'resolved' && severity !== 'info' && acknowledged === undefined,
  );
  if (first) return `${subjectText(first.subject)}: ${first.advice}`;
  if (historyFault !== undefined)
    return 'let health read its earlier nights again, as said above; it tells what is new from them';

  return target.kind === 'mock'
    ? 'your own tenant: put it into .env (see .env.example), then: npx isc-triggers health'
    : 'run it each night: docs/health.md';
};
