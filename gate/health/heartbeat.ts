import { dirname } from 'node:path';
import { makeFolder } from '../../client/make-folder.ts';
import type { HealthReport } from '../../reports/health/health-report.ts';
import { messageOf } from '../../reports/history/store/database.ts';
import { writeWhole } from '../../reports/write-whole.ts';

type Beat = Readonly<{ report: HealthReport; exitCode: number; now: Date }>;

/**
 * Writes when a run ended, and how. Whoever watches its age notices a night that did not run. Gives what went wrong, or
 * undefined; never throws.
 */
export const writeHeartbeat = (file: string, { report, exitCode, now }: Beat): string | undefined => {
  const { run, target, verdict } = report;
  const beat = { at: now.toISOString(), host: target.host, verdict, exitCode, run: run.id };
  try {
    makeFolder(dirname(file));
    writeWhole(file, `${JSON.stringify(beat)}\n`);
    return undefined;
  } catch (error) {
    return `The heartbeat could not be written to ${file}: ${messageOf(error)}. Name another file with --heartbeat.`;
  }
};
