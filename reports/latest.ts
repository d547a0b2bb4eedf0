import { cpSync, mkdirSync, renameSync, rmSync, symlinkSync } from 'node:fs';
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
    mkdirSync(latest, { recursive: true });
    cpSync(folder, latest, { recursive: true });
  }

  return latest;
};
