import type { FilterPath } from '../compile.ts';
import { type Reading, readAs } from '../read.ts';
import type { Verdict } from './types.ts';

type Judged = Readonly<{ verdict: Verdict; values: readonly unknown[]; raises: string | undefined }>;

/**
 * The verdict for one payload. Unknown: a path without a predicate or one that ends in a function (what
 * counts as a match is not published, FC-077), `..*` (FC-076), and what this module cannot judge.
 */
export const verdictOf = (path: FilterPath, document: unknown, reading: Reading): Judged => {
  const evaluation = readAs(path, document, reading);
  const raises = 'raises' in evaluation ? evaluation.raises : undefined;
  const values = 'raises' in evaluation ? [] : evaluation.values;
  if (!isJudged(path) || (raises !== undefined && ownOutcomes.has(raises)))
    return { verdict: 'unknown', values, raises };
  return { verdict: values.length > 0 ? 'match' : 'no match', values, raises };
};

export const hasPredicate = (path: FilterPath): boolean =>
  path.tree.steps.some(({ kind }) => kind === 'predicate');

/** `..*`: what it finds depends on how the library is configured. */
export const scansEverything = ({ tree: { steps } }: FilterPath): boolean =>
  steps.some(({ kind }, index) => kind === 'scan' && steps[index + 1]?.kind === 'wildcard');

const isJudged = (path: FilterPath): boolean =>
  hasPredicate(path) && !path.function && !scansEverything(path);

/** Outcomes of this module, not of the library. */
const ownOutcomes: ReadonlySet<string> = new Set(['FilterLimitError', 'PatternNotJudgedError']);
