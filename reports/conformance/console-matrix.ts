import { type OperationId, operationIds, operations } from '../../contracts/operations.ts';
import type { ApiVersion } from '../../contracts/versions.ts';
import type { CellResult } from './report.ts';

type Row = Readonly<{ operation: OperationId; marks: readonly string[] }>;

const errorStatuses = [400, 401, 403, 404, 429, 500];

const marks = { passed: 'ok', failed: 'FAIL', skipped: 'skip', waived: 'waiv', error: 'ERR' } as const;

const legend = {
  warn: 'kept, with a warning',
  FAIL: 'broken',
  ERR: 'could not be judged',
  waiv: 'broken and waived',
  skip: 'not judged here',
} as const;

/**
 * The cells as a table, a row an operation; of several versions the first, and of the others the rows that
 * differ from it.
 */
export const cellMatrix = (
  cells: readonly CellResult[],
  apiVersions: readonly ApiVersion[],
): readonly string[] => {
  const [first, ...others] = apiVersions;
  if (first === undefined) return [];

  const base = rowsOf(cells, first);
  const differing = others
    .map((version) => ({
      version,
      rows: rowsOf(cells, version).filter((row, index) => !equal(row, base[index])),
    }))
    .filter(({ rows }) => rows.length > 0);
  const alike = apiVersions.filter((version) => !differing.some((other) => other.version === version));
  const width = Math.max(9, ...[base, ...differing.map(({ rows }) => rows)].flat().map(successWidth));

  return [
    ...(others.length === 0 ? [] : [`API ${alike.join(', ')}`]),
    line(width, '', ['success', ...errorStatuses.map(String)]),
    ...base.map((row) => line(width, row.operation, row.marks)),
    ...differing.flatMap(({ version, rows }) => [
      `API ${version}, where it differs from ${first}`,
      ...rows.map((row) => line(width, row.operation, row.marks)),
    ]),
    ...legendOf([base, ...differing.map(({ rows }) => rows)].flat()),
  ];
};

/**
 * Marks of one operation and version: success statuses in one column, then an error status each; `-` where a
 * status is not documented.
 */
export const marksOf = (
  cells: readonly CellResult[],
  version: ApiVersion,
  operation: OperationId,
): readonly string[] => {
  const mark = (status: number) => {
    const cell = cells.find(
      (one) => one.apiVersion === version && one.operation === operation && one.status === status,
    );
    return cell === undefined ? '-' : markOf(cell);
  };

  return [operations[operation].success.map(mark).join(' '), ...errorStatuses.map(mark)];
};

const rowsOf = (cells: readonly CellResult[], version: ApiVersion): readonly Row[] =>
  operationIds.map((operation) => ({ operation, marks: marksOf(cells, version, operation) }));

const equal = (a: Row, b: Row | undefined): boolean => a.marks.join() === b?.marks.join();

const successWidth = ({ marks: [success = ''] }: Row): number => success.length + 2;

const line = (width: number, name: string, [success = '', ...rest]: readonly string[]): string =>
  `${name.padEnd(29)}${success.padEnd(width)}${rest.map((mark) => mark.padEnd(5)).join('')}`.trimEnd();

const legendOf = (rows: readonly Row[]): readonly string[] => {
  const used = new Set(rows.flatMap((row) => row.marks.flatMap((mark) => mark.split(' '))));
  const words = Object.entries(legend).flatMap(([mark, words]) =>
    used.has(mark) ? [`${mark}: ${words}`] : [],
  );

  return words.length === 0 ? [] : [words.join('; ')];
};

const markOf = ({ outcome, reason }: CellResult): string =>
  outcome === 'passed' && reason !== undefined ? 'warn' : marks[outcome];
