import { findTrigger } from '../../contracts/triggers/index.ts';
import { apiSummary } from './api-summary.ts';
import { severities } from './finding.ts';
import type { DatedFinding, HealthReport, HealthVerdict, Past } from './health-report.ts';
import type { Snapshot } from './snapshot.ts';

export type HealthInput = Pick<HealthReport, 'tool' | 'run' | 'target' | 'conditions'> &
  Readonly<{
    snapshot: Snapshot;
    past: Past;
    /** Why the tenant could not be read, or not wholly. */
    problems: readonly string[];
  }>;

/** The result of a night. Pure: the same input gives the same report. */
export const healthReport = ({
  tool,
  run,
  target,
  conditions,
  snapshot,
  past,
  problems,
}: HealthInput): HealthReport => {
  const reasons = [...problems, ...(past.historyFault === undefined ? [] : [past.historyFault])];
  const verdict = verdictOf(past.findings, conditions, reasons);

  return {
    schemaVersion: 1,
    tool,
    run,
    target,
    verdict,
    exitCode: exitCodes[verdict],
    reasons,
    conditions,
    read: {
      triggers: snapshot.triggers.length,
      undocumentedTriggers: snapshot.triggers.flatMap(({ id }) => (findTrigger(id) ? [] : [id])),
      subscriptions: snapshot.subscriptions.length,
      invocations: snapshot.invocations.length,
      truncated: snapshot.coverage.truncated,
      unread: snapshot.unread,
    },
    api: apiSummary(snapshot.exchanges),
    ...past,
    findings: byWeight(past.findings),
  };
};

const states = ['new', 'known', 'resolved'] as const;

/** What is severe first, and of that what is new. */
const byWeight = (findings: readonly DatedFinding[]): readonly DatedFinding[] =>
  findings.toSorted(
    (one, other) =>
      severities.indexOf(one.severity) - severities.indexOf(other.severity) ||
      states.indexOf(one.state) - states.indexOf(other.state),
  );

const exitCodes = { PASS: 0, FAIL: 1, INCOMPLETE: 2 } as const satisfies Record<HealthVerdict, number>;

const verdictOf = (
  findings: readonly DatedFinding[],
  conditions: HealthReport['conditions'],
  reasons: readonly string[],
): HealthVerdict => {
  if (reasons.length > 0) return 'INCOMPLETE';

  return findings.some((finding) => failsNight(finding, conditions)) ? 'FAIL' : 'PASS';
};

/** Whether a finding makes the night fail: it stands, nobody answers for it, and it is as severe as was asked. */
export const failsNight = (
  { severity, state, acknowledged }: DatedFinding,
  { failOn, onlyNew }: HealthReport['conditions'],
): boolean =>
  acknowledged === undefined &&
  (state === 'new' || (state === 'known' && !onlyNew)) &&
  severities.indexOf(severity) <= severities.indexOf(failOn);

/** Whether this night tells anything that the last one did not. */
export const tellsNews = ({
  verdict,
  findings,
  drift,
}: Pick<HealthReport, 'verdict' | 'findings' | 'drift'>): boolean =>
  verdict === 'INCOMPLETE' ||
  drift.some(({ against }) => against === 'last night') ||
  findings.some(({ state, acknowledged }) => state !== 'known' && acknowledged === undefined);
