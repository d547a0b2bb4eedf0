import type { FilterPath } from '../compile.ts';
import { warnings } from '../explain/warnings.ts';
import { print } from '../print.ts';
import type { Operand, PathSyntax, Test } from '../syntax.ts';
import { type Answer, all, always, negated, never, some, varies } from './answer.ts';
import { compareShapes, type Side, shapeOfLiteral } from './compare-shapes.ts';
import { anything, type Shape } from './shape.ts';
import { isContainer, testedNodes, walk } from './walk.ts';

/**
 * Whether a filter passes no document of a shape, every one, or some. Lists are taken to hold something. Of scans,
 * functions and paths without a predicate nothing is claimed: they vary.
 */
export const judgeShape = (path: FilterPath, shape: Shape): Answer => {
  const { steps } = path.tree;
  const index = steps.findIndex(({ kind }) => kind === 'predicate');
  const predicate = steps[index];
  if (predicate?.kind !== 'predicate' || path.function) return varies;

  const base = walk(steps.slice(0, index), shape);
  const nodes = testedNodes(base.shape);
  if (nodes === undefined)
    return never(base.missing ?? `${print(front(path, index))} is neither list nor object`);
  const answer = judgeTest(predicate.test, {
    node: nodes,
    root: shape,
    notes: notesOf(path),
  });
  const certain = index === steps.length - 1 && !base.shape.any && isContainer(base.shape);

  return answer.holds === 'always' && !certain ? varies : answer;
};

const front = ({ tree }: FilterPath, index: number): PathSyntax => ({
  ...tree,
  steps: tree.steps.slice(0, index),
});

type Around = Readonly<{ node: Shape; root: Shape; notes: ReadonlyMap<number, Answer> }>;

/** What is known of a comparison or path whatever the document, by where it stands. */
const notesOf = (path: FilterPath): ReadonlyMap<number, Answer> =>
  new Map(
    warnings(path).flatMap(({ code, text, at }): [number, Answer][] => {
      if (at === undefined) return [];
      if (code === 'never-matches') return [[at, never(text)]];

      return code === 'always-true' ? [[at, always(text)]] : [];
    }),
  );

const judgeTest = (test: Test, around: Around): Answer => {
  switch (test.kind) {
    case 'not':
      return negated(judgeTest(test.operand, around));
    case 'and':
      return all(test.operands.map((operand) => judgeTest(operand, around)));
    case 'or':
      return some(test.operands.map((operand) => judgeTest(operand, around)));
    case 'exists':
      return judgeExists(test, around);
    default: {
      const [left, right] = [sideOf(test.left, around), sideOf(test.right, around)];

      return around.notes.get(test.span[0]) ?? compareShapes(test, left, right);
    }
  }
};

/** A bare path asks the node itself, with `$` as with `@`. */
const judgeExists = (test: Extract<Test, { kind: 'exists' }>, { node, notes }: Around): Answer => {
  const answer = existence(test.path, node, notes.get(test.span[0]));

  return test.expected ? answer : negated(answer);
};

const existence = (path: PathSyntax, node: Shape, note: Answer | undefined): Answer => {
  if (note !== undefined) {
    const parent = walk(path.steps.slice(0, -1), node).shape;
    return !parent.any && isContainer(parent) ? always(note.because) : varies;
  }
  const { shape, missing } = walk(path.steps, node);
  if (shape.any || path.steps.length === 0) return varies;
  if (!shape.kinds.has('absent')) return always(`${print(path)} is always there`);

  return shape.kinds.size === 1 ? never(missing ?? `${print(path)} is never there`) : varies;
};

const sideOf = (operand: Operand, { node, root }: Around): Side => {
  if (operand.kind !== 'path')
    return { operand, shape: shapeOfLiteral(operand) ?? anything, missing: undefined };

  return { operand, ...walk(operand.steps, operand.root === '$' ? root : node) };
};
