import { counted } from '../text.ts';
import type { TestCounts, Totals, Verdict } from './report.ts';
import { judged } from './totals.ts';

export type VerdictInput = Readonly<{
  tests: TestCounts;
  totals: Totals;
  interrupted: boolean;
  /** As in `--require-cells`, over all versions. */
  requireCells?: number;
  /** What went wrong outside of any spec. */
  errors: readonly string[];
  /** Subscriptions of this run that are still on the tenant. */
  leftovers: number;
  /** What stopped the specs that could not judge. */
  causes: readonly string[];
}>;

/** A broken promise stays a broken promise, and a stale waiver a stale one, whatever else could not be judged. */
export const verdictOf = ({ totals }: Pick<VerdictInput, 'totals'>, reasons: readonly string[]): Verdict => {
  if (totals.broken + totals.stale > 0) return 'FAIL';

  return reasons.length > 0 ? 'INCOMPLETE' : 'PASS';
};

/** Exit codes of the gate: 0 PASS, 1 FAIL, 2 INCOMPLETE, 130 interrupted, whatever the verdict. */
export const exitCode = (verdict: Verdict, interrupted: boolean): 0 | 1 | 2 | 130 =>
  interrupted ? 130 : exitCodes[verdict];

const exitCodes = { PASS: 0, FAIL: 1, INCOMPLETE: 2 } as const;

/** Why the verdict cannot be PASS, without the broken promises; each reads on from `INCOMPLETE`. */
export const incompleteReasons = (input: VerdictInput): readonly string[] => {
  const { tests, totals, interrupted, requireCells, errors, leftovers } = input;
  const stopped = tests.error - tests.notRun;
  const seen = judged(totals.cells);

  return [
    interrupted ? 'interrupted' : '',
    ...errors,
    seen + judged(totals.clauses) === 0 ? 'nothing was judged' : '',
    stopped > 0 ? `${counted(stopped, 'spec')} could not judge: ${mostFrequent(input.causes)}` : '',
    tests.notRun > 0 ? `${tests.notRun} of ${counted(tests.planned, 'planned spec')} did not run` : '',
    leftovers > 0 ? `${counted(leftovers, 'subscription')} of this run could not be removed` : '',
    requireCells !== undefined && seen < requireCells
      ? `${counted(seen, 'cell')} judged, --require-cells asks for ${requireCells}`
      : '',
  ].filter((reason) => reason !== '');
};

const mostFrequent = (texts: readonly string[]): string => {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  const [first] = [...counts].sort(([, a], [, b]) => b - a);

  return first?.[0] ?? 'no reason was given';
};
