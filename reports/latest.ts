import { cpSync, lstatSync, mkdirSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/**
 * Lets `latest` beside a run's folder be that run's: a symbolic link, replaced at once, or a copy of the files
 * where a file system has none. Answers the path of `latest`.
 */
export const pointLatest = (folder: string, link: typeof symlinkSync = symlinkSync): string => {
  const latest = join(dirname(folder), 'latest');
  const next = `${latest}.${process.pid}`;
  try {
    link(basename(folder), next, 'dir');
    renameSync(next, latest);
  } catch {
    rmSync(next, { force: true });
    // A copy through a link would overwrite the run that it points to.
    if (lstatSync(latest, { throwIfNoEntry: false })?.isSymbolicLink()) rmSync(latest);
    mkdirSync(latest, { recursive: true });
    cpSync(folder, latest, { recursive: true });
  }

  return latest;
};
