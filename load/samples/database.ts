import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import { UsageError } from '../../gate/gate-options.ts';

/** Answers questions in SQL over the raw files of a run. Counts come as numbers. */
export type Database = Disposable &
  Readonly<{
    run: (sql: string) => Promise<void>;
    /** The rows of an answer. */
    rows: (sql: string) => Promise<readonly Readonly<Record<string, unknown>>[]>;
    /** The one column of an answer, all of it DOUBLE and not null, in the order in which its rows were inserted. */
    column: (sql: string) => Promise<Float64Array>;
  }>;

/**
 * Opens DuckDB on a file of its own in a folder, so that a long run needs little more memory than a short one: the
 * file is gone when it closes. Throws UsageError where DuckDB is not installed.
 */
export const openDatabase = async (folder: string): Promise<Database> => {
  const { DuckDBInstance } = await loadDuckDb();
  const file = join(folder, 'samples.duckdb');
  const remove = (): void => {
    for (const rest of [file, `${file}.wal`, `${file}.tmp`]) rmSync(rest, { recursive: true, force: true });
  };
  // A run that was killed may have left one.
  remove();
  const instance = await DuckDBInstance.create(file, {
    memory_limit: '80MB',
    threads: '1',
    temp_directory: `${file}.tmp`,
  });
  const connection = await instance.connect();

  return {
    run: async (sql) => void (await connection.run(sql)),
    rows: async (sql) =>
      (await connection.runAndReadAll(sql)).getRowObjectsJS().map((row) => withNumbers(row)),
    column: (sql) => readColumn(connection, sql),
    [Symbol.dispose]: () => {
      connection.closeSync();
      instance.closeSync();
      remove();
    },
  };
};

/** Throws UsageError where DuckDB is not installed: told before anything is driven, not after. */
export const requireDuckDb = async (): Promise<void> => void (await loadDuckDb());

/** A text as SQL has it. */
export const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`;

const loadDuckDb = async () => {
  try {
    return await import('@duckdb/node-api');
  } catch {
    throw new UsageError(
      'load counts with DuckDB, an optional part that was not installed with this program. ' +
        'Add it: npm install --include=optional',
    );
  }
};

/** Counted first, so that the values are held once. */
const readColumn = async (connection: DuckDBConnection, sql: string): Promise<Float64Array> => {
  const [[count]] = (await connection.runAndReadAll(`select count(*) from (${sql})`)).getRowsJS() as [
    [bigint],
  ];
  const all = new Float64Array(Number(count));
  const result = await connection.stream(sql);
  let at = 0;
  for (
    let chunk = await result.fetchChunk();
    chunk && chunk.rowCount > 0;
    chunk = await result.fetchChunk()
  ) {
    const vector = chunk.getColumnVector(0);
    for (let row = 0; row < chunk.rowCount; row += 1) all[at + row] = Number(vector.getItem(row));
    at += chunk.rowCount;
  }

  return all;
};

const withNumbers = (row: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    Object.entries(row).map(([name, value]) => [name, typeof value === 'bigint' ? Number(value) : value]),
  );
