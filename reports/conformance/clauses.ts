import type { Clause } from '../../contracts/clauses/clause.ts';
import type { ViolationRecord } from '../record.ts';
import { testId } from '../run-records.ts';
import type { JudgedRecord } from './judged-record.ts';
import type { ClauseResult, Outcome } from './report.ts';
import { notPlanned, oneSkip, stoppedAtWaived } from './unjudged.ts';

export type ClauseOptions = Readonly<{
  clauses: Readonly<Record<string, Clause>>;
  selection?: string;
  /** Whether somebody answers for a broken promise. */
  isWaived: (violation: ViolationRecord) => boolean;
}>;

type Finding = Readonly<{ outcome: Outcome; reason?: string; setting?: string; capability?: string }>;

/** Each clause over all versions, in the order of the table. */
export const clauseResults = (
  records: readonly JudgedRecord[],
  { clauses, selection, isWaived }: ClauseOptions,
): readonly ClauseResult[] =>
  Object.entries(clauses).map(([id, clause]) => {
    const tests = records.filter(
      (record) =>
        record.clauses.includes(id) || record.violations.some((violation) => violation.clause === id),
    );

    return {
      id,
      level: clause.level,
      statement: clause.statement,
      operation: clause.operation,
      ...(clause.status === undefined ? {} : { status: clause.status }),
      source: clause.source,
      ...finding({ id, records, tests, selection, isWaived }),
      tests: tests.map(testId),
    };
  });

type Looked = Readonly<{
  id: string;
  records: readonly JudgedRecord[];
  /** Those that declare it or saw it broken. */
  tests: readonly JudgedRecord[];
  selection: string | undefined;
  isWaived: ClauseOptions['isWaived'];
}>;

const finding = ({ id, records, tests, selection, isWaived }: Looked): Finding => {
  const violations = tests.flatMap((test) => test.violations.filter(({ clause }) => clause === id));
  const broken = violations.filter(({ level }) => level === 'must');
  const open = broken.find((violation) => !isWaived(violation));
  if (open !== undefined) return { outcome: 'failed', reason: open.seen };
  if (broken[0] !== undefined) return { outcome: 'waived', reason: broken[0].seen };

  const [warning] = violations;
  if (records.some((record) => keeps(record, id))) {
    return { outcome: 'passed', ...(warning === undefined ? {} : { reason: `warning: ${warning.seen}` }) };
  }

  const stopped = tests.find(({ outcome }) => outcome === 'error' || outcome === 'failed');
  if (stopped !== undefined) {
    return {
      outcome: 'error',
      reason: stopped.error ?? `its test stopped at another promise: ${stopped.title}`,
    };
  }

  return { outcome: 'skipped', ...(stoppedAtWaived(tests) ?? oneSkip(tests) ?? notPlanned(selection)) };
};

/** What is judged at exchanges was judged whatever became of the test. */
const keeps = ({ outcome, clauses, judged = [] }: JudgedRecord, id: string): boolean =>
  judged.includes(id) || (outcome === 'passed' && clauses.includes(id));
