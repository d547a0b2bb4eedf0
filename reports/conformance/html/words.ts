import type { ConformanceReport, Outcome, ViolationResult } from '../report.ts';
import { isWaived } from '../totals.ts';

/** Outcomes as the page names them beside its colours. */
export const outcomeWords = {
  passed: 'kept',
  failed: 'broken',
  skipped: 'skipped',
  waived: 'waived',
  error: 'not judged',
} as const;

const urgency = ['failed', 'error', 'waived', 'skipped', 'passed'] as const satisfies readonly Outcome[];

/** What a reader needs most comes first. */
export const worstFirst = <Judged extends Readonly<{ outcome: Outcome }>>(
  all: readonly Judged[],
): readonly Judged[] => urgency.flatMap((wanted) => all.filter(({ outcome }) => outcome === wanted));

/** The outcomes that there are in a list, as the page names them. */
export const outcomesOf = (all: readonly Readonly<{ outcome: Outcome }>[]): readonly string[] => [
  ...new Set(worstFirst(all).map(({ outcome }) => outcomeWords[outcome])),
];

/** How many there are of each outcome: `1 broken, 63 kept`. */
export const outcomeCounts = (all: readonly Readonly<{ outcome: Outcome }>[]): string =>
  urgency
    .map((wanted) => [all.filter(({ outcome }) => outcome === wanted).length, outcomeWords[wanted]] as const)
    .flatMap(([count, word]) => (count === 0 ? [] : [`${count} ${word}`]))
    .join(', ');

/** The word of a violation, and the class that paints it. */
export const kindOf = (violation: ViolationResult): Readonly<{ word: string; kind: string }> => {
  if (violation.level === 'should') return { word: 'WARNING', kind: 'warning' };

  return isWaived(violation) ? { word: 'WAIVED', kind: 'waived' } : { word: 'BROKEN', kind: 'failed' };
};

/** What a violation is about: `listSubscriptions 400`. */
export const placeOf = ({ operation, status }: ViolationResult): string =>
  `${operation} ${status ?? ''}`.trimEnd();

/** The target as a reader knows it. */
export const targetName = ({ target }: ConformanceReport): string =>
  target.kind === 'mock' ? 'mock' : `tenant ${target.host}`;
