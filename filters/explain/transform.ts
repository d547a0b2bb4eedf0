import type { Comparison, PathSyntax, Test } from '../syntax.ts';

/** The tree with the predicates of its own steps rewritten. */
export const mapPredicates = (tree: PathSyntax, map: (test: Test) => Test): PathSyntax => ({
  ...tree,
  steps: tree.steps.map((step) => (step.kind === 'predicate' ? { ...step, test: map(step.test) } : step)),
});

/** A test with its comparisons and bare paths replaced. */
export const mapLeaves = (
  test: Test,
  map: (leaf: Comparison | Extract<Test, { kind: 'exists' }>) => Test,
): Test => {
  switch (test.kind) {
    case 'not':
      return { ...test, operand: mapLeaves(test.operand, map) };
    case 'or':
    case 'and':
      return { ...test, operands: test.operands.map((operand) => mapLeaves(operand, map)) };
    default:
      return map(test);
  }
};

/** `path && comparison`: only where the path is there. */
export const withExistence = (path: PathSyntax, comparison: Comparison): Test => ({
  kind: 'and',
  operands: [{ kind: 'exists', path: { ...path, root: '@' }, expected: true, span: path.span }, comparison],
  span: comparison.span,
});

/** The side that is a path, when the other is the literal null. */
export const comparedWithNull = ({ left, right }: Comparison): PathSyntax | undefined => {
  if (left.kind === 'path' && right.kind === 'null') return left;
  return right.kind === 'path' && left.kind === 'null' ? right : undefined;
};
