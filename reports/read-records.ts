import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type RunRecords, recordsFile } from './run-records.ts';

/** Reads what the collector left in a run's folder; undefined where the runner did not get that far. */
export const readRecords = (folder: string): RunRecords | undefined => {
  try {
    return JSON.parse(readFileSync(join(folder, recordsFile), 'utf8')) as RunRecords;
  } catch {
    return undefined;
  }
};
