import { join, resolve } from 'node:path';
import { makeFolder } from '../client/make-folder.ts';

/** Makes the folder of a run, `results/20260131T081502Z-gate-8f3c1d`; absolute. */
export const makeRunFolder = (results: string, command: string, runId: string, now: Date): string => {
  const stamp = now.toISOString().replace(/[-:]|\.\d+/g, '');
  const folder = join(resolve(results), `${stamp}-${command}-${runId}`);
  makeFolder(folder);

  return folder;
};
