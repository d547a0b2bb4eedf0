import type { Dialect } from '../filters/index.ts';
import { visible } from '../reports/text.ts';

/** What each dialect makes of the filter, side by side. */
export const dialectTable = (dialects: readonly Dialect[]): readonly string[] => {
  const rows = [
    ['Dialect', 'result', 'because'],
    ...dialects.map(({ name, verdict, because }) => [`  ${name}`, verdict, visible(because)]),
  ];
  const widths = [0, 1].map((column) => Math.max(...rows.map((row) => (row[column] ?? '').length)));

  return rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
};
