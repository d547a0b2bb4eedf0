import type { ConformanceReport } from '../../reports/conformance/report.ts';
import { isRecord, type ResultRecord, readResult } from './read-result.ts';

/** Reads the result of a gate. Throws UsageError as `readResult` does. */
export const readReport = (path: string): ConformanceReport =>
  readResult(path, { file: 'conformance.json', what: 'a gate', command: 'the gate' }, isWhole);

const lists = [
  'violations',
  'cells',
  'clauses',
  'skipped',
  'leftovers',
  'waived',
  'errors',
  'specs',
  'reasons',
];
const records = ['tool', 'run', 'target', 'conditions', 'tests', 'totals'];

const isWhole = (report: ResultRecord): report is ResultRecord & ConformanceReport =>
  typeof report.verdict === 'string' &&
  lists.every((name) => Array.isArray(report[name])) &&
  records.every((name) => isRecord(report[name]));
