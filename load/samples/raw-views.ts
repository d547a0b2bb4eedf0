import { existsSync, statSync } from 'node:fs';
import { literal } from './database.ts';

/** Of each runner, what its scenario wrote, and the drops of its k6. */
export type RunnerFiles = Readonly<{
  /** `step,n,scenarioStart,wall,start,end,status`, of some scenarios `outcome,body` behind it. */
  rows: string;
  /** k6's own samples, times in ns, gzipped. */
  metrics: string;
}>;

type Columns = Readonly<Record<string, string>>;

/** Lines are short: without these DuckDB sets 32 MB aside for each file that it reads. */
const smallBuffers = 'max_line_size = 100000, buffer_size = 4000000';

/** SQL that reads files of values without a heading; no rows where there is no file, or nothing in it. */
const readValues = (files: readonly string[], columns: Columns): string => {
  const types = Object.entries(columns);
  const there = files.filter(isThere);

  return there.length === 0
    ? `select ${types.map(([column, type]) => `null::${type} as ${column}`).join(', ')}, null::varchar as filename where false`
    : `select * from read_csv([${there.map(literal).join(', ')}], header = false, auto_detect = false, delim = ',', quote = '"', escape = '"', null_padding = true, ignore_errors = true, filename = true, ${smallBuffers}, columns = {${types.map(([column, type]) => `'${column}': '${type}'`).join(', ')}})`;
};

/** What the scenario wrote, of all runners: `file` is the runner's place in the list. */
export const readRows = (files: readonly string[]): string =>
  `select list_position([${files.map(literal).join(', ')}]::varchar[], filename) as file, * exclude (filename) from (${readValues(files, rowColumns)})`;

/** What `extractDrops` left of k6's samples, of all runners. k6 names its columns in a first line, and may add some. */
export const readDrops = (files: readonly string[]): string => {
  const there = files.filter(isThere);

  return there.length === 0
    ? 'select null::integer as file, null::integer as step, null::double as moment where false'
    : `select list_position([${files.map(literal).join(', ')}], filename) as file,
         try_cast(substr(scenario, 5) as integer) as step, try_cast("timestamp" as double) / 1e6 as moment
       from read_csv([${there.map(literal).join(', ')}], header = true, delim = ',', all_varchar = true, ignore_errors = true, union_by_name = true, filename = true, ${smallBuffers})`;
};

export const readJournal = (file: string): string => readValues([file], journalColumns);

export const readStatuses = (file: string): string => readValues([file], statusColumns);

const isThere = (file: string): boolean => existsSync(file) && statSync(file).size > 0;

const rowColumns: Columns = {
  step: 'INTEGER',
  n: 'BIGINT',
  scenarioStart: 'DOUBLE',
  wall: 'DOUBLE',
  startRun: 'DOUBLE',
  endRun: 'DOUBLE',
  status: 'INTEGER',
  outcome: 'VARCHAR',
  body: 'VARCHAR',
};

const journalColumns: Columns = {
  kind: 'VARCHAR',
  number: 'BIGINT',
  moment: 'DOUBLE',
  path: 'VARCHAR',
  event: 'VARCHAR',
  invocation: 'VARCHAR',
  status: 'INTEGER',
};

const statusColumns: Columns = {
  event: 'VARCHAR',
  subscription: 'VARCHAR',
  seenAt: 'DOUBLE',
  failed: 'BOOLEAN',
};
