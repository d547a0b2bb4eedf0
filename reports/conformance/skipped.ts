import type { CellRef, SkipRecord } from '../record.ts';
import type { CellResult, ClauseResult, SkippedGroup, SpecResult } from './report.ts';

type Group = { why: SkipRecord; cells: CellRef[]; clauses: string[]; specs: string[] };
type Skipped = Readonly<{ outcome: string; reason?: string; setting?: string; capability?: string }>;

/** What was skipped, by reason and setting, the reason that costs most cells first. */
export const skippedGroups = (
  cells: readonly CellResult[],
  clauses: readonly ClauseResult[],
  specs: readonly SpecResult[],
): readonly SkippedGroup[] => {
  const groups = new Map<string, Group>();
  const groupOf = (why: SkipRecord): Group => {
    const key = JSON.stringify([why.capability, why.reason, why.setting]);
    const group = groups.get(key) ?? { why, cells: [], clauses: [], specs: [] };
    groups.set(key, group);
    return group;
  };

  for (const cell of skipped(cells)) {
    groupOf(whyOf(cell)).cells.push({ operation: cell.operation, status: cell.status });
  }
  for (const clause of skipped(clauses)) groupOf(whyOf(clause)).clauses.push(clause.id);
  for (const spec of skipped(specs)) groupOf(spec.skip ?? whyOf({ outcome: 'skipped' })).specs.push(spec.id);

  return [...groups.values()]
    .sort((a, b) => b.cells.length - a.cells.length || b.clauses.length - a.clauses.length)
    .map(({ why, ...members }) => ({ ...why, ...members }));
};

const skipped = <T extends Readonly<{ outcome: string }>>(results: readonly T[]): readonly T[] =>
  results.filter(({ outcome }) => outcome === 'skipped');

const whyOf = ({ reason, setting, capability }: Skipped): SkipRecord => ({
  capability: capability ?? 'unknown',
  reason: reason ?? 'no reason was given',
  ...(setting === undefined ? {} : { setting }),
});
