import type { TestRecord } from '../record.ts';
import type {
  CellResult,
  ClauseResult,
  Outcome,
  OutcomeCounts,
  TestCounts,
  Totals,
  ViolationResult,
} from './report.ts';

export const totals = (
  cells: readonly CellResult[],
  clauses: readonly ClauseResult[],
  violations: readonly ViolationResult[],
): Totals => ({
  cells: {
    ...outcomes(cells),
    judgedByRequest: cells.filter((cell) => cell.provokedBy === 'request' && isJudged(cell)).length,
    judgedByFault: cells.filter((cell) => cell.provokedBy === 'fault' && isJudged(cell)).length,
  },
  clauses: outcomes(clauses),
  broken: violations.filter(({ level }) => level === 'must').length,
  warnings: violations.filter(({ level }) => level === 'should').length,
});

export const testCounts = (records: readonly TestRecord[], notRun: number): TestCounts => {
  const count = (outcome: TestRecord['outcome']) =>
    records.filter((record) => record.outcome === outcome).length;

  return {
    planned: records.length,
    passed: count('passed'),
    failed: count('failed'),
    skipped: count('skipped'),
    error: count('error'),
    notRun,
  };
};

/** Whether there is a judgement, be it good or bad. */
const isJudged = ({ outcome }: Readonly<{ outcome: Outcome }>): boolean =>
  outcome === 'passed' || outcome === 'failed' || outcome === 'waived';

/** How many of them were judged. */
export const judged = ({ passed, failed, waived }: OutcomeCounts): number => passed + failed + waived;

const outcomes = (results: readonly Readonly<{ outcome: Outcome }>[]): OutcomeCounts => {
  const count = (outcome: Outcome) => results.filter((result) => result.outcome === outcome).length;

  return {
    total: results.length,
    passed: count('passed'),
    failed: count('failed'),
    skipped: count('skipped'),
    waived: count('waived'),
    error: count('error'),
  };
};
