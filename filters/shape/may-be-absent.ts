import type { FilterPath } from '../compile.ts';
import type { Test } from '../syntax.ts';
import type { Shape } from './shape.ts';
import { testedNodes, walk } from './walk.ts';

/**
 * Whether the first predicate of a filter may hold for documents of a shape only because a path of it is absent there:
 * `@.country != "DE"` does, also where nothing has a country. Gives the first such test, by where it stands.
 */
export const heldByAbsence = (path: FilterPath, shape: Shape): number | undefined => {
  const { steps } = path.tree;
  const index = steps.findIndex(({ kind }) => kind === 'predicate');
  const predicate = steps[index];
  if (predicate?.kind !== 'predicate') return undefined;
  const node = testedNodes(walk(steps.slice(0, index), shape).shape);

  return node && absenceIn(predicate.test, node, shape);
};

const absenceIn = (test: Test, node: Shape, root: Shape): number | undefined => {
  switch (test.kind) {
    case 'or':
      return firstOf(test.operands.map((operand) => absenceIn(operand, node, root)));
    case 'and': {
      const found = test.operands.map((operand) => absenceIn(operand, node, root));
      return found.every((at) => at !== undefined) ? firstOf(found) : undefined;
    }
    case 'comparison': {
      if (!['!=', '!==', 'nin'].includes(test.operator)) return undefined;
      const paths = [test.left, test.right].filter((side) => side.kind === 'path');
      return paths.some((side) => isOptional(walk(side.steps, side.root === '$' ? root : node).shape))
        ? test.span[0]
        : undefined;
    }
    default:
      return undefined;
  }
};

const isOptional = ({ any, kinds }: Shape): boolean => any || kinds.has('absent');

const firstOf = (found: readonly (number | undefined)[]): number | undefined =>
  found.find((at) => at !== undefined);
