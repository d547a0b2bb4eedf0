import type { Finding } from '../health/finding.ts';
import type { HealthReport, Past } from '../health/health-report.ts';
import type { Snapshot } from '../health/snapshot.ts';
import { calendarOf } from './calendar.ts';
import { contractDrift } from './drift/contract-drift.ts';
import type { Drift } from './drift/drift.ts';
import { lostFieldFindings, unheardFindings } from './drift/drift-findings.ts';
import { itemsOf } from './drift/items.ts';
import { nightDrift } from './drift/night-drift.ts';
import type { Night } from './night.ts';
import { datedFindings, standing } from './states.ts';
import type { History } from './store/history.ts';
import { measuresOf } from './trends/measures-of.ts';
import { knownChange, trendFindings } from './trends/trend-findings.ts';
import { trendsOf } from './trends/trends-of.ts';

export type PastInput = Readonly<{
  snapshot: Snapshot;
  findings: readonly Finding[];
  /** The whole tenant was read. Of a part of it nothing came, went or changed. */
  whole: boolean;
  history: History;
  /** Fingerprint -> the day until whose end somebody answers for it. */
  acknowledged: ReadonlyMap<string, string>;
  /** How the vendor's description differs from the contract, where one was given. */
  described?: readonly Drift[];
  /** Why no earlier night could be read, and what to do. */
  historyFault?: string | undefined;
}>;

/** Days back that a night looks: a month, and what a missed night or two leave open. */
export const daysBack = 35;

/** What earlier nights make of this one. Pure. */
export const pastOf = ({
  snapshot,
  findings,
  whole,
  history,
  acknowledged,
  described = [],
  historyFault,
}: PastInput): Past => {
  const { taken } = snapshot;
  const items = whole ? itemsOf(snapshot, history.items) : [];
  const trends = whole
    ? trendsOf(
        { taken, measures: measuresOf(snapshot), known: knownChange(standing(history)) },
        history.series,
      )
    : [];
  const isFirst = !history.nights.some((night) => night.whole);

  return {
    night: history.nights.length + 1,
    findings: datedFindings(
      {
        taken,
        whole,
        acknowledged,
        findings: [
          ...findings,
          ...trendFindings(trends),
          ...lostFieldFindings(items),
          ...(whole ? unheardFindings(items, { taken, series: history.series }) : []),
        ],
      },
      history,
    ),
    trends,
    drift: [
      ...(isFirst || !whole ? [] : nightDrift(history.items, items)),
      ...(whole ? contractDrift(items) : []),
      ...described,
    ],
    calendar: calendarOf(taken, history.nights, history.findings),
    unreadable: history.unreadable,
    ...(historyFault !== undefined && { historyFault }),
  };
};

type Ended = Readonly<{
  report: Pick<HealthReport, 'run' | 'verdict' | 'findings'>;
  snapshot: Snapshot;
  whole: boolean;
  history: History;
  /** False where it was to be told to somebody and could not be. */
  told: boolean;
}>;

/**
 * What this night leaves to those after it. Of a night that nobody was told of, what was new or resolved is left as it
 * stood before, so that the next night tells it.
 */
export const nightOf = ({ report, snapshot, whole, history, told }: Ended): Night => ({
  taken: snapshot.taken,
  run: report.run.id,
  apiVersion: snapshot.apiVersion,
  verdict: report.verdict,
  whole,
  findings: report.findings
    .filter(({ state }) => state === 'known' || (state === 'new') === told)
    .map(({ state: _, acknowledged: __, ...finding }) => finding),
  measures: whole ? measuresOf(snapshot) : [],
  items: whole ? itemsOf(snapshot, history.items) : [],
});
