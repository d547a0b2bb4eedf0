import type { CapacityReport } from '../../reports/capacity/report.ts';
import { withEnds } from '../../reports/capacity/with-ends.ts';
import { isRecord, type ResultRecord, readResult } from './read-result.ts';

/** Reads the result of a capacity run as it was before it was written. Throws UsageError as `readResult` does. */
export const readCapacity = (path: string): CapacityReport =>
  withEnds(
    readResult(path, { file: 'capacity.json', what: 'a run of capacity', command: 'capacity' }, isWhole),
  );

const lists = ['reasons', 'steps', 'demands', 'levers', 'notSaid', 'watch'];
const records = ['tool', 'run', 'target', 'conditions', 'slo'];
/** Null where there is none. */
const found = ['capacity', 'knee', 'demand', 'headroom', 'limit'];
const partsOfStep = ['achievedRate', 'p50', 'p95', 'p99', 'missed', 'backlog', 'little', 'phases', 'refused'];

const isWhole = (report: ResultRecord): report is ResultRecord & CapacityReport =>
  typeof report.verdict === 'string' &&
  lists.every((name) => Array.isArray(report[name])) &&
  records.every((name) => isRecord(report[name])) &&
  found.every((name) => report[name] === null || isRecord(report[name])) &&
  Array.isArray(report.steps) &&
  report.steps.every((step) => isRecord(step) && partsOfStep.every((name) => isRecord(step[name])));
