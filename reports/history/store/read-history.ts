import { basename } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import { withDatabase } from './database.ts';
import { findingIn, itemIn, nightIn, type ReadRow, seriesIn } from './from-rows.ts';
import { type History, noHistory } from './history.ts';
import { nightFile, nightFiles, takenOf } from './night-files.ts';

type Range = Readonly<{
  /** Nights before this alone, ms since 1970. */
  before: number;
  /**
   * How many days back measures and findings are read; of findings always those since the last night that was read
   * whole. Nights are read all.
   */
  days: number;
}>;

/**
 * Reads what earlier nights left in the folder of a tenant. A file that is damaged costs itself and no other, and is
 * named. Throws HistoryError where the folder cannot be read, or DuckDB is not there.
 */
export const readHistory = async (folder: string, range: Range): Promise<History> => {
  const files = nightFiles(folder).filter((path) => takenOf(path) < range.before);
  if (files.length === 0) return noHistory;

  return withDatabase(async (connection) => {
    try {
      return await readAll(connection, files, range);
    } catch {
      const sound: string[] = [];
      for (const path of files) if (await canRead(connection, path)) sound.push(path);
      const unreadable = files.filter((path) => !sound.includes(path));
      return { ...(await readAll(connection, sound, range)), unreadable };
    }
  });
};

const readAll = async (
  connection: DuckDBConnection,
  files: readonly string[],
  { before, days }: Range,
): Promise<History> => {
  const nights = (await select(connection, files, nightsOf)).flatMap(nightIn);
  const last = nights.findLast(({ whole }) => whole);
  const latest = files.filter((path) => last !== undefined && basename(path) === nightFile(last));
  const began = before - days * 86_400_000;
  const lastBegan = last === undefined ? 0 : Date.parse(last.taken);
  const takens = new Map(nights.map(({ taken }) => [Date.parse(taken), taken]));
  const since = (from: number) => files.filter((path) => takenOf(path) >= from);

  return {
    nights,
    findings: (await select(connection, since(Math.min(began, lastBegan)), findingsOf)).flatMap(findingIn),
    series: (await select(connection, since(began), seriesOf)).flatMap((row) => seriesIn(row, takens)),
    items: (await select(connection, latest, itemsOf)).flatMap(itemIn),
    unreadable: [],
  };
};

type Source = (files: string) => string;

// What a query names of a file is all that is read of it: a year of nights is a few columns of each.

const nightsOf: Source = (files) =>
  `select kind, taken, run, name, grade, whole from ${files} where kind = 'night' order by taken`;

const findingsOf: Source = (files) =>
  `select * exclude (format, run, whole, value, samples, facts) from ${files} where kind = 'finding' order by taken`;

const itemsOf: Source = (files) => `select * from ${files} where kind = 'item'`;

/** One row a series, and times as numbers: a month of a large tenant is a hundred thousand measures. */
const seriesOf: Source = (files) =>
  `select name, subject_kind, subject_id, max_by(subject_name, taken) as subject_name,
     max_by(subject_trigger, taken) as subject_trigger, list(epoch_ms(taken::timestamp)::double) as takens,
     list(value) as measured, list(samples) as samples
   from ${files} where kind = 'measure' group by name, subject_kind, subject_id order by name, subject_kind, subject_id`;

const select = async (
  connection: DuckDBConnection,
  paths: readonly string[],
  source: Source,
): Promise<readonly ReadRow[]> =>
  paths.length === 0 ? [] : (await connection.runAndReadAll(source(parquet(paths)))).getRowObjectsJS();

const canRead = async (connection: DuckDBConnection, path: string): Promise<boolean> => {
  try {
    for (const source of [nightsOf, findingsOf, seriesOf, itemsOf]) await select(connection, [path], source);
    return true;
  } catch {
    return false;
  }
};

const parquet = (paths: readonly string[]): string =>
  `read_parquet([${paths.map((path) => `'${path.replaceAll("'", "''")}'`).join(', ')}])`;
