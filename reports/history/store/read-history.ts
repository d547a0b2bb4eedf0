import { basename } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import { withDatabase } from './database.ts';
import { findingIn, itemIn, measureIn, nightIn, type ReadRow } from './from-rows.ts';
import { type History, noHistory } from './history.ts';
import { nightFile, nightFiles, takenOf } from './night-files.ts';
import { columns } from './rows.ts';

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
    const sound = await soundOf(connection, files);
    const rows = await rowsIn(connection, sound, before - measureDays * 86_400_000);
    const of = (kind: string) => rows.filter((row) => row.kind === kind);
    const nights = of('night').flatMap(nightIn);
    const last = nights.findLast(({ whole }) => whole);
    const latest = sound.filter((path) => last !== undefined && basename(path) === nightFile(last));

    return {
      nights,
      findings: of('finding').flatMap(findingIn),
      measures: of('measure').flatMap(measureIn),
      items: (await itemsIn(connection, latest)).flatMap(itemIn),
      unreadable: files.filter((path) => !sound.includes(path)),
    };
  });
};

/** All rows but those of things, and of those of measures the ones since a time. */
const rowsIn = async (
  connection: DuckDBConnection,
  paths: readonly string[],
  since: number,
): Promise<readonly ReadRow[]> =>
  select(
    connection,
    paths,
    `select * exclude (format, facts) from ${parquet(paths)}
     where kind in ('night', 'finding') or (kind = 'measure' and taken >= '${new Date(since).toISOString()}')
     order by taken`,
  );

const itemsIn = (connection: DuckDBConnection, paths: readonly string[]): Promise<readonly ReadRow[]> =>
  select(connection, paths, `select * from ${parquet(paths)} where kind = 'item'`);

const select = async (
  connection: DuckDBConnection,
  paths: readonly string[],
  sql: string,
): Promise<readonly ReadRow[]> =>
  paths.length === 0 ? [] : (await connection.runAndReadAll(sql)).getRowObjectsJS();

/** The files that can be read: all of them at once, and one by one only where that fails. */
const soundOf = async (
  connection: DuckDBConnection,
  paths: readonly string[],
): Promise<readonly string[]> => {
  if (await canRead(connection, paths)) return paths;
  const sound: string[] = [];
  for (const path of paths) if (await canRead(connection, [path])) sound.push(path);

  return sound;
};

const canRead = async (connection: DuckDBConnection, paths: readonly string[]): Promise<boolean> => {
  try {
    await connection.run(
      `select ${Object.keys(columns).join(', ')} from ${parquet(paths)} where kind = 'night'`,
    );
    return true;
  } catch {
    return false;
  }
};

/** Files of an earlier version may lack a column: it is null there. */
const parquet = (paths: readonly string[]): string =>
  `read_parquet([${paths.map((path) => `'${path.replaceAll("'", "''")}'`).join(', ')}], union_by_name = true)`;
