import type { Case, Dialect, FilterPath } from '../filters/index.ts';
import { type DialectRow, dialectRows } from './dialect-table.ts';
import { reasonOf } from './reason.ts';

/** A case with a reason that names its node, and with what each dialect answers. */
export type ToldCase = Omit<Case, 'dialects'> & Readonly<{ dialects: readonly DialectRow[] }>;

export const toldCase = (path: FilterPath, each: Case, document: unknown): ToldCase => {
  const dialects = each.verdict === 'unknown' ? unclaimed(each.dialects, each.because) : each.dialects;

  return {
    ...each,
    because: reasonOf(path, each, document),
    dialects: dialectRows(path, { ...each, dialects }, document),
  };
};

/** Where the tenant's answer is not known, another dialect cannot differ from it. */
const unclaimed = (dialects: readonly Dialect[], because: string): readonly Dialect[] =>
  dialects.map((dialect, index) =>
    index === 0
      ? { ...dialect, because }
      : { ...dialect, because: selects[dialect.verdict] ?? dialect.because },
  );

const selects: Readonly<Record<string, string>> = {
  match: 'it selects something here',
  'no match': 'it selects nothing here',
};
