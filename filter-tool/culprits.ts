import type { Span, Test } from '../filters/index.ts';

/** Whether the comparison or bare path at a place of the expression held. */
export type Held = (leaf: Test) => boolean;

/** The comparisons and bare paths that decide how a test came out: those that would have to change. */
export const culprits = (test: Test, held: Held): readonly Test[] => {
  switch (test.kind) {
    case 'not':
      return culprits(test.operand, held);
    case 'and':
    case 'or': {
      const result = holds(test, held);
      return test.operands
        .filter((operand) => holds(operand, held) === result)
        .flatMap((operand) => culprits(operand, held));
    }
    default:
      return [test];
  }
};

/** Whether a test holds, made of what its parts did. */
export const holds = (test: Test, held: Held): boolean => {
  switch (test.kind) {
    case 'not':
      return !holds(test.operand, held);
    case 'and':
      return test.operands.every((operand) => holds(operand, held));
    case 'or':
      return test.operands.some((operand) => holds(operand, held));
    default:
      return held(test);
  }
};

/** Where the path of a comparison or bare path stands; the whole of it where both sides are literals. */
export const pathSpan = (leaf: Test): Span => {
  if (leaf.kind === 'exists') return leaf.path.span;
  if (leaf.kind !== 'comparison') return leaf.span;
  const path = [leaf.left, leaf.right].find(({ kind }) => kind === 'path');

  return path?.span ?? leaf.span;
};
