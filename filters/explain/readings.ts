import { compile, type FilterPath } from '../compile.ts';
import { print } from '../print.ts';
import { comparedWithNull, mapLeaves, mapPredicates, withExistence } from './transform.ts';
import type { Readings } from './types.ts';
import { verdictOf } from './verdict.ts';

/**
 * Which of the two readings a tenant uses is not published. Where they differ, a spelling is offered on
 * which they agree for this payload: comparisons with null ask first whether the path is there.
 */
export const explainReadings = (path: FilterPath, document: unknown): Readings => {
  const [first, second] = verdicts(path, document);
  const differ = first !== second;
  const agreeing = differ ? agreeingSpelling(path, document) : undefined;
  return { default: first, suppressed: second, differ, ...(agreeing === undefined ? {} : { agreeing }) };
};

const verdicts = (path: FilterPath, document: unknown) =>
  [verdictOf(path, document, 'default').verdict, verdictOf(path, document, 'suppressed').verdict] as const;

const agreeingSpelling = (path: FilterPath, document: unknown): string | undefined => {
  const spelling = print(
    mapPredicates(path.tree, (test) =>
      mapLeaves(test, (leaf) => {
        const tested = leaf.kind === 'comparison' ? comparedWithNull(leaf) : undefined;
        return leaf.kind === 'comparison' && tested?.root === '@' ? withExistence(tested, leaf) : leaf;
      }),
    ),
  );
  const result = compile(spelling);
  if (!result.ok) return undefined;
  const [first, second] = verdicts(result.path, document);
  return first === second ? spelling : undefined;
};
