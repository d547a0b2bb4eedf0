import type { DuckDBConnection } from '@duckdb/node-api';
import { UsageError } from '../../gate/gate-options.ts';

/** Answers questions in SQL over the raw files of a run. Counts come as numbers. */
export type Database = Disposable &
  Readonly<{
    run: (sql: string) => Promise<void>;
    /** The rows of an answer. */
    rows: (sql: string) => Promise<readonly Readonly<Record<string, unknown>>[]>;
    /** The one column of an answer, all of it DOUBLE and not null. */
    column: (sql: string) => Promise<Float64Array>;
  }>;

/** Opens DuckDB in memory, with bounds for a machine that has other work. Throws UsageError where it is not installed. */
export const openDatabase = async (): Promise<Database> => {
  const { DuckDBInstance } = await loadDuckDb();
  const instance = await DuckDBInstance.create(':memory:', { memory_limit: '300MB', threads: '2' });
  const connection = await instance.connect();

  return {
    run: async (sql) => void (await connection.run(sql)),
    rows: async (sql) =>
      (await connection.runAndReadAll(sql)).getRowObjectsJS().map((row) => withNumbers(row)),
    column: (sql) => readColumn(connection, sql),
    [Symbol.dispose]: () => {
      connection.closeSync();
      instance.closeSync();
    },
  };
};

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

const readColumn = async (connection: DuckDBConnection, sql: string): Promise<Float64Array> => {
  const result = await connection.stream(sql);
  const chunks: Float64Array[] = [];
  let length = 0;
  for (
    let chunk = await result.fetchChunk();
    chunk && chunk.rowCount > 0;
    chunk = await result.fetchChunk()
  ) {
    const values = Float64Array.from(chunk.getColumnValues(0), Number);
    chunks.push(values);
    length += values.length;
  }
  const all = new Float64Array(length);
  let at = 0;
  for (const values of chunks) {
    all.set(values, at);
    at += values.length;
  }

  return all;
};

const withNumbers = (row: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    Object.entries(row).map(([name, value]) => [name, typeof value === 'bigint' ? Number(value) : value]),
  );
