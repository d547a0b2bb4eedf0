import type { HealthReport } from '../../reports/health/health-report.ts';
import { isRecord, type ResultRecord, readResult } from './read-result.ts';

/** Reads the result of a night. Throws UsageError as `readResult` does. */
export const readHealth = (path: string): HealthReport =>
  readResult(path, { file: 'health.json', what: 'a night of health', command: 'health' }, isWhole);

const lists = ['reasons', 'findings', 'trends', 'drift', 'calendar', 'unreadable'];
const records = ['tool', 'run', 'target', 'conditions', 'read', 'api'];

const isWhole = (report: ResultRecord): report is ResultRecord & HealthReport =>
  typeof report.verdict === 'string' &&
  lists.every((name) => Array.isArray(report[name])) &&
  records.every((name) => isRecord(report[name]));
