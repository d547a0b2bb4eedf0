import type { DuckDBConnection } from '@duckdb/node-api';

/** DuckDB in memory, for one task. Throws HistoryError where DuckDB is not installed. */
export const withDatabase = async <Result>(
  task: (connection: DuckDBConnection) => Promise<Result>,
): Promise<Result> => {
  const { DuckDBInstance } = await loadDuckDb();
  const instance = await DuckDBInstance.create(':memory:', { threads: '1', memory_limit: '150MB' });
  const connection = await instance.connect();
  try {
    return await task(connection);
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
};

/** Throws HistoryError where DuckDB is not installed: told before a tenant is read, not after. */
export const requireDuckDb = async (): Promise<void> => void (await loadDuckDb());

/** Why the history cannot be kept or read, and what to do; told without a stack. */
export class HistoryError extends Error {
  override readonly name = 'HistoryError';
}

export const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

const loadDuckDb = async () => {
  try {
    return await import('@duckdb/node-api');
  } catch {
    throw new HistoryError(
      'health keeps its history with DuckDB, an optional part that was not installed with this program. ' +
        'Add it: npm install --include=optional',
    );
  }
};
