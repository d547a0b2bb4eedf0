import type { FilterPath, Verdict } from '../../filters/index.ts';
import { notValid } from './not-valid.ts';
import { select, TooMuchWorkError } from './select.ts';

/** What RFC 9535 gives, which workflow steps are written in. */
export type RfcAnswer = Readonly<{
  verdict: 'match' | 'no match' | 'not valid' | 'not tried';
  because: string;
}>;

/** Evaluates an expression as RFC 9535 does, and says why a tenant answers otherwise. */
export const rfcAnswer = (path: FilterPath, document: unknown, tenant: Verdict): RfcAnswer => {
  const problem = notValid(path);
  if (problem !== undefined) return { verdict: 'not valid', because: problem };
  try {
    const verdict = select(path.tree, document, document).length > 0 ? 'match' : 'no match';

    return { verdict, because: difference(path, verdict, tenant) };
  } catch (error) {
    if (!(error instanceof TooMuchWorkError || error instanceof RangeError)) throw error;

    return { verdict: 'not tried', because: 'it would be too much work' };
  }
};

const difference = ({ tree }: FilterPath, verdict: 'match' | 'no match', tenant: Verdict): string => {
  if (tenant === 'unknown') return `it selects ${verdict === 'match' ? 'something' : 'nothing'} here`;
  if (verdict === tenant) return 'it agrees on this payload';
  const [first] = tree.steps;
  if (first?.kind === 'predicate') return 'it tests each member of $, not $ itself';

  return tree.steps.some(({ kind }) => kind === 'predicate')
    ? 'a predicate on an object tests its members there, and no types are converted'
    : 'it finds other places';
};
