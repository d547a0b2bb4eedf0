import type { Exchange } from '../../client/exchange.ts';
import type { Clause } from '../../contracts/clauses/clause.ts';
import type { TestRecord, ViolationRecord } from '../record.ts';
import { type PlannedTest, testId } from '../run-records.ts';
import { cellResults } from './cells.ts';
import { clauseResults } from './clauses.ts';
import { fingerprint } from './fingerprint.ts';
import { type JudgedRecord, judgedRecord } from './judged-record.ts';
import type {
  Conditions,
  ConformanceReport,
  Leftover,
  RunInfo,
  SpecResult,
  TargetInfo,
  Tool,
  ViolationResult,
} from './report.ts';
import { skippedGroups } from './skipped.ts';
import { isWaived as isWaivedResult, testCounts, totals } from './totals.ts';
import { exitCode, incompleteReasons, verdictOf } from './verdict.ts';
import { fingerprintsOf, violationResults } from './violations.ts';
import type { Waiver } from './waiver.ts';
import { waiverResults } from './waiver-results.ts';

export type ConformanceInput = Readonly<{
  tool: Tool;
  run: RunInfo;
  target: TargetInfo;
  conditions: Conditions;
  clauses: Readonly<Record<string, Clause>>;
  planned: readonly PlannedTest[];
  records: readonly TestRecord[];
  leftovers: readonly Leftover[];
  /** Those for this target that have not expired. */
  waivers?: readonly Waiver[];
  /** What went wrong outside of any spec. */
  errors?: readonly string[];
  interrupted?: boolean;
  /** Fewer cells judged than this: INCOMPLETE. Over all versions. */
  requireCells?: number;
  /** The exchange as a command that can be pasted, `$ISC_TOKEN` in place of the token. */
  curlOf: (exchange: Exchange) => string;
}>;

/** The result of a run: what was planned, judged, broken and left out. Pure: same input, same report. */
export const conformanceReport = (input: ConformanceInput): ConformanceReport => {
  const { tool, run, target, conditions, clauses, leftovers, requireCells } = input;
  const { errors = [], interrupted = false, planned, waivers = [], curlOf } = input;
  const selection = conditions.selection === undefined ? {} : { selection: conditions.selection };

  const missing = withoutRecord(planned, input.records, interrupted);
  const ended = [...input.records, ...missing].sort(inOrder(target));
  const violations = violationResults(ended, { clauses, runId: run.id, waivers, curlOf });
  const isWaived = waivedIn(violations, run.id);
  const records = ended.map((record) => judgedRecord(record, isWaived));
  const cells = cellResults(records, { clauses, ...target, ...selection, isWaived });
  const clauseList = clauseResults(records, { clauses, ...selection, isWaived });
  const waived = waiverResults(waivers, { clauses, records, violations, cells, runId: run.id, ...selection });
  const specs = records.map((record) => specResult(record, run.id));
  const tests = testCounts(records, missing.length);
  const sums = totals({ cells, clauses: clauseList, violations, waived });
  const reasons = incompleteReasons({
    tests,
    totals: sums,
    interrupted,
    ...(requireCells === undefined ? {} : { requireCells }),
    errors,
    leftovers: leftovers.length,
    causes: input.records.flatMap(({ outcome, error }) => (outcome === 'error' ? [error ?? ''] : [])),
  });
  const verdict = verdictOf({ totals: sums }, reasons);

  return {
    schemaVersion: 1,
    tool,
    run,
    target,
    verdict,
    exitCode: exitCode(verdict, interrupted),
    reasons,
    conditions,
    tests,
    totals: sums,
    violations,
    cells,
    clauses: clauseList,
    skipped: skippedGroups(cells, clauseList, specs),
    leftovers,
    waived,
    errors,
    specs,
  };
};

/** Planned, and the run ended before them: an error each, so that a run is never greener for being shorter. */
const withoutRecord = (
  planned: readonly PlannedTest[],
  records: readonly TestRecord[],
  interrupted: boolean,
): readonly TestRecord[] => {
  const ran = new Set(records.map(testId));

  return planned
    .filter((test) => !ran.has(testId(test)))
    .map((test) => ({
      ...test,
      outcome: 'error',
      error: interrupted ? 'did not run: the run was interrupted' : 'did not run: the run ended before it',
      violations: [],
      exchanges: [],
      seconds: 0,
    }));
};

const inOrder =
  ({ apiVersions }: TargetInfo) =>
  (a: TestRecord, b: TestRecord): number =>
    apiVersions.indexOf(a.apiVersion) - apiVersions.indexOf(b.apiVersion) ||
    a.location.localeCompare(b.location, 'en', { numeric: true }) ||
    a.title.localeCompare(b.title, 'en');

/** Whether each sighting of what a spec saw broken is covered by a waiver. */
const waivedIn = (violations: readonly ViolationResult[], runId: string) => {
  const waived = new Set(violations.filter(isWaivedResult).map((violation) => violation.fingerprint));

  return (violation: ViolationRecord): boolean => waived.has(fingerprint(violation, runId));
};

const specResult = (record: JudgedRecord, runId: string): SpecResult => ({
  id: testId(record),
  title: record.title,
  location: record.location,
  apiVersion: record.apiVersion,
  outcome: record.outcome,
  seconds: record.seconds,
  clauses: record.clauses,
  cells: record.cells,
  ...(record.skip === undefined ? {} : { skip: record.skip }),
  ...(record.error === undefined ? {} : { error: record.error }),
  violations: fingerprintsOf(record, runId),
  exchanges: record.exchanges,
});
