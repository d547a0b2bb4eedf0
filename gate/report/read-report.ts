import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { ConformanceReport } from '../../reports/conformance/report.ts';
import { UsageError } from '../gate-options.ts';

const newest = 1;

/**
 * Reads the result of a gate from its file, or from the folder that holds it.
 * @throws UsageError with a sentence where it is missing, half-written, no result of a gate or of a newer program.
 */
export const readReport = (path: string): ConformanceReport => {
  const file = statSync(path, { throwIfNoEntry: false })?.isDirectory()
    ? join(path, 'conformance.json')
    : path;
  const report = parsed(file);
  if (!isObject(report) || typeof report.schemaVersion !== 'number')
    throw new UsageError(
      `${file} is no result of a gate: it has no schemaVersion. Name the folder of a run.`,
    );
  if (report.schemaVersion > newest)
    throw new UsageError(
      `${file} has schemaVersion ${report.schemaVersion}; this version of isc-triggers reads up to ${newest}. Install a newer one.`,
    );
  if (!isWhole(report))
    throw new UsageError(`${file} is not whole: parts of the result are missing. Run the gate again.`);

  return report;
};

const parsed = (file: string): unknown => {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    throw new UsageError(
      `${file} cannot be read. Name the folder of a finished run, such as results/latest.`,
    );
  }
  try {
    return JSON.parse(text);
  } catch {
    throw new UsageError(
      `${file} is not whole: it ends or breaks before its end. The run may have been killed; run the gate again.`,
    );
  }
};

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

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

const isWhole = (
  report: Readonly<Record<string, unknown>>,
): report is Readonly<Record<string, unknown>> & ConformanceReport =>
  typeof report.verdict === 'string' &&
  lists.every((name) => Array.isArray(report[name])) &&
  records.every((name) => isObject(report[name]));
