import type { JudgedRecord } from './judged-record.ts';
import type {
  CellResult,
  ClauseResult,
  Outcome,
  OutcomeCounts,
  TestCounts,
  Totals,
  ViolationResult,
  WaiverResult,
} from './report.ts';

export type Counted = Readonly<{
  cells: readonly CellResult[];
  clauses: readonly ClauseResult[];
  violations: readonly ViolationResult[];
  waived: readonly WaiverResult[];
}>;

export const totals = ({ cells, clauses, violations, waived }: Counted): Totals => ({
  cells: {
    ...outcomes(cells),
    judgedByRequest: cells.filter((cell) => cell.provokedBy === 'request' && isJudged(cell)).length,
    judgedByFault: cells.filter((cell) => cell.provokedBy === 'fault' && isJudged(cell)).length,
  },
  clauses: outcomes(clauses),
  broken: violations.filter(isBroken).length,
  waived: violations.filter(isWaived).length,
  warnings: violations.filter(({ level }) => level === 'should').length,
  stale: waived.filter(({ outcome }) => outcome === 'stale').length,
});

/** A broken promise that nobody answers for. */
export const isBroken = ({ level, waiver }: ViolationResult): boolean =>
  level === 'must' && waiver === undefined;

/** A broken promise that somebody answers for. */
export const isWaived = ({ waiver }: ViolationResult): boolean => waiver !== undefined;

export const testCounts = (records: readonly JudgedRecord[], notRun: number): TestCounts => {
  const count = (outcome: JudgedRecord['outcome']) =>
    records.filter((record) => record.outcome === outcome).length;

  return {
    planned: records.length,
    passed: count('passed'),
    failed: count('failed'),
    skipped: count('skipped'),
    waived: count('waived'),
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
