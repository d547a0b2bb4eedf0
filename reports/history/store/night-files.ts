import { readdirSync, rmSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { HistoryError, messageOf } from './database.ts';

const ending = '.parquet';
/** What a run writes until its file is whole. */
export const unfinishedEnding = '.part';

const day = 86_400_000;
/** A run that still writes after so long was killed. */
const abandonedAfter = day;

/** Folder of one tenant in a folder of history: nights of different tenants never mix. */
export const tenantFolder = (history: string, host: string): string =>
  join(history, host.toLowerCase().replaceAll(/[^a-z0-9.-]/g, '_'));

/** `20260131T015200123Z-8f3c1d.parquet`: in the order of time when sorted by name. */
export const nightFile = ({ taken, run }: Readonly<{ taken: string; run: string }>): string =>
  `${taken.replaceAll(/[-:.]/g, '')}-${run.replaceAll(/[^\w-]/g, '_')}${ending}`;

/** When the night of a file was taken, ms since 1970; NaN for a file of another kind. */
export const takenOf = (path: string): number => {
  const [, ...parts] =
    /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)(\d{3})Z-[\w-]+\.parquet$/.exec(basename(path)) ?? [];
  const [year, month, date, hour, minute, second, ms] = parts;

  return Date.parse(`${year}-${month}-${date}T${hour}:${minute}:${second}.${ms}Z`);
};

/** The nights of a tenant, oldest first, as paths; none where there is no folder yet. Throws HistoryError. */
export const nightFiles = (folder: string): readonly string[] => {
  try {
    return readdirSync(folder)
      .filter((name) => !Number.isNaN(takenOf(name)))
      .sort()
      .map((name) => join(folder, name));
  } catch (error) {
    if (isMissing(error)) return [];
    throw new HistoryError(
      `The history in ${folder} cannot be read: ${messageOf(error)}. Name another folder with --history.`,
    );
  }
};

/** Removes nights older than `days`, and what runs that were killed left unfinished. Never fails a run. */
export const removeOld = (folder: string, { now, days }: Readonly<{ now: number; days: number }>): void => {
  for (const path of nightFiles(folder)) if (takenOf(path) < now - days * day) remove(path);
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    if (name.endsWith(unfinishedEnding) && isAbandoned(path, now)) remove(path);
  }
};

const isAbandoned = (path: string, now: number): boolean => {
  const { mtimeMs = now } = statSync(path, { throwIfNoEntry: false }) ?? {};

  return mtimeMs < now - abandonedAfter;
};

/** Removes a file where that can be done: what stays is removed by a later night. */
export const remove = (path: string): void => {
  try {
    rmSync(path, { force: true });
  } catch {}
};

const isMissing = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ENOENT';
