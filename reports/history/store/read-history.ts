import { basename } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import { withDatabase } from './database.ts';
import { findingIn, itemIn, nightIn, type ReadRow, seriesIn } from './from-rows.ts';
import { type History, noHistory } from './history.ts';
import { nightFile, nightFiles, takenOf } from './night-files.ts';

type Range = Readonly<{
  /** Nights before this alone, ms since 1970. */
  before: number;
  /** How many days back measures are read; nights and findings are read all. */
  measureDays: number;
}>;

/**
 * Reads what earlier nights left in the folder of a tenant. A file that is damaged costs itself and no other, and is
 * named. Throws HistoryError where the folder cannot be read, or DuckDB is not there.
 */
export const readHistory = async (folder: string, { before, measureDays }: Range): Promise<History> => {
  const files = nightFiles(folder).filter((path) => takenOf(path) < before);
  if (files.length === 0) return noHistory;

  return withDatabase(async (connection) => {
    const { sound, rows } = await readSound(connection, files);
    const nights = rows.flatMap(nightIn);
    const last = nights.findLast(({ whole }) => whole);
    const latest = sound.filter((path) => last !== undefined && basename(path) === nightFile(last));
    const recent = sound.filter((path) => takenOf(path) >= before - measureDays * 86_400_000);

    return {
      nights,
      findings: rows.flatMap(findingIn),
      series: (await select(connection, recent, seriesOf)).flatMap(seriesIn),
      items: (await select(connection, latest, itemsOf)).flatMap(itemIn),
      unreadable: files.filter((path) => !sound.includes(path)),
    };
  });
};

type Source = (files: string) => string;

const nightsOf: Source = (files) =>
  `select * exclude (format, value, samples, facts) from ${files} where kind in ('night', 'finding') order by taken`;

const itemsOf: Source = (files) => `select * from ${files} where kind = 'item'`;

/** One row a series, so that a year is a few thousand objects and not a million. */
const seriesOf: Source = (files) =>
  `select name, subject_kind, subject_id, max_by(subject_name, taken) as subject_name,
     max_by(subject_trigger, taken) as subject_trigger, list(taken) as takens, list(value) as measured,
     list(samples) as samples
   from ${files} where kind = 'measure' group by name, subject_kind, subject_id order by name, subject_kind, subject_id`;

const select = async (
  connection: DuckDBConnection,
  paths: readonly string[],
  source: Source,
): Promise<readonly ReadRow[]> =>
  paths.length === 0 ? [] : (await connection.runAndReadAll(source(parquet(paths)))).getRowObjectsJS();

/** Nights and findings of the files that can be read: of all at once, and one by one only where that fails. */
const readSound = async (
  connection: DuckDBConnection,
  paths: readonly string[],
): Promise<Readonly<{ sound: readonly string[]; rows: readonly ReadRow[] }>> => {
  try {
    return { sound: paths, rows: await select(connection, paths, nightsOf) };
  } catch {
    const sound: string[] = [];
    for (const path of paths) if (await canRead(connection, path)) sound.push(path);
    return { sound, rows: await select(connection, sound, nightsOf) };
  }
};

const canRead = async (connection: DuckDBConnection, path: string): Promise<boolean> => {
  try {
    for (const source of [nightsOf, seriesOf, itemsOf]) await select(connection, [path], source);
    return true;
  } catch {
    return false;
  }
};

const parquet = (paths: readonly string[]): string =>
  `read_parquet([${paths.map((path) => `'${path.replaceAll("'", "''")}'`).join(', ')}])`;
