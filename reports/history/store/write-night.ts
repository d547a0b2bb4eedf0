import { closeSync, existsSync, fsyncSync, openSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import { makeFolder } from '../../../client/make-folder.ts';
import type { Night } from '../night.ts';
import { HistoryError, messageOf, withDatabase } from './database.ts';
import { nightFile, remove, unfinishedEnding } from './night-files.ts';
import { type Cell, type Column, columns, type Row, rowsOf } from './rows.ts';

/**
 * Adds a night to the folder of its tenant, as a file that is there whole or not at all: what is written carries a name
 * that no reader takes for a night, and gets its own once it is on the disk. Gives its path. Earlier nights are not
 * touched. Throws HistoryError.
 */
export const writeNight = async (folder: string, night: Night): Promise<string> => {
  const path = join(folder, nightFile(night));
  const unfinished = `${path}.${process.pid}${unfinishedEnding}`;
  try {
    makeFolder(folder);
    if (existsSync(path)) throw new Error('this run has left its night there already');
    await withDatabase((connection) => writeRows(connection, unfinished, rowsOf(night)));
    flush(unfinished);
    renameSync(unfinished, path);
  } catch (error) {
    remove(unfinished);
    if (error instanceof HistoryError) throw error;
    throw new HistoryError(
      `The night could not be added to the history in ${folder}: ${messageOf(error)}. ` +
        'Earlier nights are as they were. Make room or give write access there, or name another folder with --history.',
    );
  }

  return path;
};

const writeRows = async (connection: DuckDBConnection, path: string, rows: readonly Row[]): Promise<void> => {
  const types = Object.entries(columns).map(([name, type]) => `${name} ${type}`);
  await connection.run(`create table night (${types.join(', ')})`);
  const appender = await connection.createAppender('night');
  for (const row of rows) {
    for (const column of columnNames) append[columns[column]](appender, row[column]);
    appender.endRow();
  }
  appender.closeSync();
  await connection.run(
    `copy night to '${path.replaceAll("'", "''")}' (format parquet, compression zstd, use_tmp_file false)`,
  );
};

const columnNames = Object.keys(columns) as readonly Column[];

type Appender = Awaited<ReturnType<DuckDBConnection['createAppender']>>;

const append: Readonly<
  Record<(typeof columns)[Column], (appender: Appender, cell: Cell | undefined) => void>
> = {
  VARCHAR: (appender, cell) =>
    typeof cell === 'string' ? appender.appendVarchar(cell) : appender.appendNull(),
  BOOLEAN: (appender, cell) =>
    typeof cell === 'boolean' ? appender.appendBoolean(cell) : appender.appendNull(),
  DOUBLE: (appender, cell) =>
    typeof cell === 'number' ? appender.appendDouble(cell) : appender.appendNull(),
  INTEGER: (appender, cell) =>
    typeof cell === 'number' ? appender.appendInteger(cell) : appender.appendNull(),
};

/** A rename may reach the disk before what was renamed; then a power cut leaves a night of nothing. */
const flush = (path: string): void => {
  const file = openSync(path, 'r+');
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
};
