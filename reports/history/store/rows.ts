import type { Item, KeptFinding, Measure, Night } from '../night.ts';

/**
 * The columns of a night's file, one table for all kinds of rows, so that a night is one file and a year is one query.
 * `format` is raised when a column is added or changes its meaning.
 */
export const columns = {
  format: 'INTEGER',
  /** night, finding, measure or item. */
  kind: 'VARCHAR',
  taken: 'VARCHAR',
  run: 'VARCHAR',
  /** API version of a night; id of a finding; name of a measure. */
  name: 'VARCHAR',
  subject_kind: 'VARCHAR',
  subject_id: 'VARCHAR',
  subject_name: 'VARCHAR',
  subject_trigger: 'VARCHAR',
  /** Verdict of a night; severity of a finding. */
  grade: 'VARCHAR',
  /** Whether the whole tenant was read, of a night. */
  whole: 'BOOLEAN',
  fingerprint: 'VARCHAR',
  since: 'VARCHAR',
  what: 'VARCHAR',
  impact: 'VARCHAR',
  advice: 'VARCHAR',
  value: 'DOUBLE',
  samples: 'INTEGER',
  /** JSON, of an item. */
  facts: 'VARCHAR',
} as const;

export type Column = keyof typeof columns;
export type Cell = string | number | boolean;
export type Row = Readonly<Partial<Record<Column, Cell>>>;

export const format = 1;

/** A night as rows; what is absent in a row is null. */
export const rowsOf = ({
  taken,
  run,
  apiVersion,
  verdict,
  whole,
  findings,
  measures,
  items,
}: Night): readonly Row[] =>
  [
    { kind: 'night', name: apiVersion, grade: verdict, whole },
    ...findings.map(findingRow),
    ...measures.map(measureRow),
    ...items.map(itemRow),
  ].map((row) => ({ format, taken, run, ...row }));

const findingRow = ({ id, severity, subject, ...rest }: KeptFinding): Row => ({
  kind: 'finding',
  name: id,
  grade: severity,
  ...subjectCells(subject),
  ...rest,
});

const measureRow = ({ name, subject, value, samples }: Measure): Row => ({
  kind: 'measure',
  name,
  ...subjectCells(subject),
  value,
  samples,
});

const itemRow = ({ subject, facts }: Item): Row => ({
  kind: 'item',
  ...subjectCells(subject),
  facts: JSON.stringify(facts),
});

const subjectCells = ({ kind, id, name, triggerId }: KeptFinding['subject']): Row => ({
  subject_kind: kind,
  subject_id: id,
  subject_name: name,
  ...(triggerId !== undefined && { subject_trigger: triggerId }),
});
