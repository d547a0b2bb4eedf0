import type { CellResult, ConformanceReport, ViolationResult } from './report.ts';
import { isBroken } from './totals.ts';
import { cellName } from './waiver.ts';

/** What changed from a run before to this one. */
export type Comparison = Readonly<{
  /** Broken promises that nobody answers for, and that were not broken before. */
  newlyBroken: readonly ViolationResult[];
  /** Broken in both. */
  stillBroken: readonly ViolationResult[];
  /** Broken before, and every clause of it was judged and kept now. */
  keptAgain: readonly ViolationResult[];
  /** Broken before, and not judged now: nobody knows. */
  notJudged: readonly ViolationResult[];
  /** Cells that were judged now and not before. */
  newlyCovered: readonly CellResult[];
}>;

/** Compares by fingerprint; a promise that was broken before and was not judged now is not kept again. */
export const compare = (before: ConformanceReport, now: ConformanceReport): Comparison => {
  const known = fingerprints(before.violations.filter(({ level }) => level === 'must'));
  const seen = fingerprints(now.violations.filter(({ level }) => level === 'must'));
  const kept = new Set(now.clauses.flatMap(({ id, outcome }) => (outcome === 'passed' ? [id] : [])));
  const broken = now.violations.filter(isBroken);
  const gone = before.violations.filter(
    ({ level, fingerprint }) => level === 'must' && !seen.has(fingerprint),
  );
  const covered = new Set(before.cells.filter(isJudged).map(nameOf));

  return {
    newlyBroken: broken.filter(({ fingerprint }) => !known.has(fingerprint)),
    stillBroken: broken.filter(({ fingerprint }) => known.has(fingerprint)),
    keptAgain: gone.filter(({ clause }) => kept.has(clause)),
    notJudged: gone.filter(({ clause }) => !kept.has(clause)),
    newlyCovered: now.cells.filter((cell) => isJudged(cell) && !covered.has(nameOf(cell))),
  };
};

const fingerprints = (violations: readonly ViolationResult[]): ReadonlySet<string> =>
  new Set(violations.map(({ fingerprint }) => fingerprint));

const isJudged = ({ outcome }: CellResult): boolean => outcome !== 'skipped' && outcome !== 'error';

const nameOf = (cell: CellResult): string => `${cell.apiVersion} ${cellName(cell)}`;
