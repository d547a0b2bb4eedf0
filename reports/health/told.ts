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

export const sinceText = ({ state, since, acknowledged }: DatedFinding): string =>
  [
    state === 'new' ? 'tonight (new)' : `${dateText(Date.parse(since))} (${state})`,
    ...(acknowledged === undefined ? [] : [`acknowledged until ${acknowledged}`]),
  ].join(', ');

/** `1 error (new), 12 warnings (2 new), 0 resolved` */
export const countsText = ({ findings }: Pick<HealthReport, 'findings'>): string => {
  const standing = findings.filter(({ state }) => state !== 'resolved');
  const counts = severities.flatMap((severity) => {
    const own = standing.filter((finding) => finding.severity === severity);
    if (own.length === 0 && severity !== 'error') return [];
    const fresh = own.filter(({ state }) => state === 'new').length;

    return [
      `${own.length === 0 ? 'no errors' : counted(own.length, nouns[severity])}${newText(own.length, fresh)}`,
    ];
  });

  return [...counts, `${findings.length - standing.length} resolved`].join(', ');
};

const nouns: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'remark' };

const newText = (all: number, fresh: number): string => {
  if (all === 0) return '';
  if (fresh === 0) return ' (known)';

  return fresh === all ? ' (new)' : ` (${fresh} new)`;
};

export const readText = ({ read, api }: Pick<HealthReport, 'read' | 'api'>): string =>
  `${counted(read.triggers, 'trigger')}${undocumentedText(read.undocumentedTriggers)}, ${counted(read.subscriptions, 'subscription')}, ${read.invocations} status${read.invocations === 1 ? '' : 'es'} (${
    read.truncated ? 'cut off at 2000: older ones are missing' : 'all: below the cap of 2000'
  }), ${counted(api.requests, 'request')}`;

/** ` (not documented: idn:machine-identity-created)` */
const undocumentedText = (ids: readonly string[]): string => {
  if (ids.length === 0) return '';
  const shown = ids.slice(0, 3).map((id) => oneLine(id, 60));
  const rest = ids.length - shown.length;

  return ` (not documented: ${shown.join(', ')}${rest > 0 ? ` and ${rest} more` : ''})`;
};

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
export const nextText = ({ verdict, findings, target }: HealthReport): string => {
  if (verdict === 'INCOMPLETE')
    return 'npx isc-triggers doctor says whether settings, token and tenant are right';
  const [first] = findings.filter(
    ({ state, severity, acknowledged }) =>
      state !== 'resolved' && severity !== 'info' && acknowledged === undefined,
  );
  if (first) return first.advice;

  return target.kind === 'mock'
    ? 'your own tenant: put it into .env (see .env.example), then: npx isc-triggers health'
    : 'run it each night: docs/health.md';
};
