import type { ViolationResult } from '../report.ts';
import { isWaived } from '../totals.ts';

/** Outcomes as the page names them beside its colours. */
export const outcomeWords = {
  passed: 'kept',
  failed: 'broken',
  skipped: 'skipped',
  waived: 'waived',
  error: 'not judged',
} as const;

/** The word of a violation, and the class that paints it. */
export const kindOf = (violation: ViolationResult): Readonly<{ word: string; kind: string }> => {
  if (violation.level === 'should') return { word: 'WARNING', kind: 'warning' };

  return isWaived(violation) ? { word: 'WAIVED', kind: 'waived' } : { word: 'BROKEN', kind: 'failed' };
};

/** What a violation is about: `listSubscriptions 400`. */
export const placeOf = ({ operation, status }: ViolationResult): string =>
  `${operation} ${status ?? ''}`.trimEnd();
