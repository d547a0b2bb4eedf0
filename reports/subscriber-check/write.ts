import { join } from 'node:path';
import { pointLatest } from '../latest.ts';
import { writeWhole } from '../write-whole.ts';
import type { CheckReport } from './check-report.ts';

/** Writes `subscriber-check.json` into the run's folder, lets `latest` be that run, and gives the path to show. */
export const writeCheckReport = (folder: string, report: CheckReport): string => {
  writeWhole(join(folder, 'subscriber-check.json'), `${JSON.stringify(report, null, 2)}\n`);

  return join(pointLatest(folder), 'subscriber-check.json');
};
