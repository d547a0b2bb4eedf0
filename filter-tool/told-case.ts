import type { Case, Dialect, FilterPath } from '../filters/index.ts';
import { reasonOf } from './reason.ts';

/** A case with the sentences that name its node: of the verdict, and of the dialects where nothing is claimed. */
export const toldCase = (path: FilterPath, each: Case, document: unknown): Case => {
  const because = reasonOf(path, each, document);

  return {
    ...each,
    because,
    dialects: each.verdict === 'unknown' ? unclaimed(each.dialects, each.because) : each.dialects,
  };
};

/** Where the tenant's answer is not known, another dialect cannot differ from it. */
const unclaimed = (dialects: readonly Dialect[], because: string): readonly Dialect[] =>
  dialects.map((dialect, index) => {
    if (index === 0) return { ...dialect, because };
    const selects: Readonly<Record<string, string>> = {
      match: 'it selects something here, which its users take for a match',
      'no match': 'it selects nothing here',
    };
    return { ...dialect, because: selects[dialect.verdict] ?? dialect.because };
  });
