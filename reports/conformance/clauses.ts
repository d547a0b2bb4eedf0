import type { Clause } from '../../contracts/clauses/clause.ts';
import type { TestRecord } from '../record.ts';
import { testId } from '../run-records.ts';
import type { ClauseResult, Outcome } from './report.ts';
import { notPlanned, oneSkip } from './unjudged.ts';

export type ClauseOptions = Readonly<{ clauses: Readonly<Record<string, Clause>>; selection?: string }>;

type Finding = Readonly<{ outcome: Outcome; reason?: string; setting?: string; capability?: string }>;

/** Each clause over all versions, in the order of the table. */
export const clauseResults = (
  records: readonly TestRecord[],
  { clauses, selection }: ClauseOptions,
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
      ...finding(id, records, tests, selection),
      tests: tests.map(testId),
    };
  });

const finding = (
  id: string,
  records: readonly TestRecord[],
  tests: readonly TestRecord[],
  selection: string | undefined,
): Finding => {
  const violations = tests.flatMap((test) => test.violations.filter(({ clause }) => clause === id));
  const broken = violations.find(({ level }) => level === 'must');
  if (broken !== undefined) return { outcome: 'failed', reason: broken.seen };

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

  return { outcome: 'skipped', ...(oneSkip(tests) ?? notPlanned(selection)) };
};

/** What is judged at exchanges was judged whatever became of the test. */
const keeps = ({ outcome, clauses, judged = [] }: TestRecord, id: string): boolean =>
  judged.includes(id) || (outcome === 'passed' && clauses.includes(id));
