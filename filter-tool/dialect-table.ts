import type { Case, FilterPath } from '../filters/index.ts';
import { visible } from '../reports/text.ts';
import { type RfcAnswer, rfcAnswer } from './rfc-9535/rfc-9535.ts';

/** What each dialect makes of the filter. */
export type DialectRow = Readonly<{ name: string; verdict: string; because: string }>;

/** The tenant's dialect, and those that people meet elsewhere: of online testers and of workflow steps. */
export const dialectRows = (path: FilterPath, each: Case, document: unknown): readonly DialectRow[] => {
  const rfc = { name: 'RFC 9535', ...rfcAnswer(path, document, each.verdict) };
  const plus = each.dialects.find(({ name }) => name === 'jsonpath-plus');
  if (plus === undefined) return each.dialects;
  const others = sameAnswer(plus, rfc) ? [together(plus, each)] : [plus, rfc];

  return [...each.dialects.filter((dialect) => dialect !== plus), ...others];
};

export const dialectTable = (rows: readonly DialectRow[]): readonly string[] => {
  const cells = [
    ['Dialect', 'result', 'because'],
    ...rows.map(({ name, verdict, because }) => [`  ${name}`, verdict, visible(because)]),
  ];
  const widths = [0, 1].map((column) => Math.max(...cells.map((row) => (row[column] ?? '').length)));

  return cells.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
};

/** The same result for the same reason: they agree with the tenant, or both test the members of $. */
const sameAnswer = (plus: DialectRow, rfc: RfcAnswer): boolean =>
  plus.verdict === rfc.verdict && (plus.because === rfc.because || /agree/.test(rfc.because));

const together = ({ verdict, because }: DialectRow, each: Case): DialectRow => ({
  name: 'jsonpath-plus, RFC 9535',
  verdict,
  because:
    verdict === each.verdict ? 'all agree on this payload' : because.replace(/^it tests /, 'they test '),
});
