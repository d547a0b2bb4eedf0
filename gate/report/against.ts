import { type Comparison, compare } from '../../reports/conformance/compare.ts';
import { comparisonLines } from '../../reports/conformance/compare-text.ts';
import type { ConformanceReport } from '../../reports/conformance/report.ts';
import { type GateOptions, UsageError } from '../gate-options.ts';
import { readReport } from './read-report.ts';

/** The run to compare with, read before anything is sent. Throws UsageError where it is of no use. */
export const baselineOf = ({ baseline, onlyNew = false }: GateOptions): ConformanceReport | undefined => {
  if (baseline !== undefined) return readReport(baseline);
  if (onlyNew) throw new UsageError('--only-new needs --baseline FILE: the run that knows what is not new.');

  return undefined;
};

/** Prints what changed, and gives the exit code. */
export const against = (
  before: ConformanceReport,
  now: ConformanceReport,
  { onlyNew = false, print }: Readonly<{ onlyNew?: boolean | undefined; print: (text: string) => void }>,
): number => {
  const comparison = compare(before, now);
  print(`\n${comparisonLines(before, comparison).join('\n')}\n`);
  if (!onlyNew || now.exitCode !== 1) return now.exitCode;
  const code = codeOfNew(now, comparison);
  if (code === 0) print('Exit 0: nothing is broken that was not broken before (--only-new)\n');

  return code;
};

/** What was not judged, and a stale waiver, is not forgiven for being old. */
const codeOfNew = ({ totals, reasons }: ConformanceReport, { newlyBroken }: Comparison): 0 | 1 | 2 => {
  if (newlyBroken.length > 0 || totals.stale > 0) return 1;

  return reasons.length > 0 ? 2 : 0;
};
