import type { FilterPath } from '../compile.ts';
import { print, printTest } from '../print.ts';
import type { Comparison, PathSyntax, Span, Step, Test } from '../syntax.ts';
import type { Value } from '../values/value.ts';
import { absenceOf } from './absence.ts';
import { comparisonNotes, existsNotes } from './leaf-notes.ts';
import { type Place, placesBehind, testedNodes } from './places.ts';
import { probePath, probeTest } from './probe.ts';
import { seen, shown, typeOf } from './seen.ts';
import type { Finding } from './types.ts';

/** The most nodes that are told one by one. */
const mostNodes = 20;

/** What the first predicate of a path met: every comparison and bare path of it, on every node. */
export const findings = (
  path: FilterPath,
  document: unknown,
): Readonly<{ findings: readonly Finding[]; furtherNodes: number }> => {
  const { steps } = path.tree;
  const index = steps.findIndex(({ kind }) => kind === 'predicate');
  const predicate = steps[index];
  if (predicate?.kind !== 'predicate') return { findings: [], furtherNodes: 0 };

  const root: Place = { path: '$', value: (document ?? null) as Value };
  const nodes = placesBehind(steps.slice(0, index), root).flatMap(testedNodes);
  const told = nodes
    .slice(0, mostNodes)
    .flatMap((node) => leaves(predicate).map((leaf) => finding(leaf, node, root.value)));
  return { findings: told, furtherNodes: Math.max(0, nodes.length - mostNodes) };
};

type Leaf = Comparison | Extract<Test, { kind: 'exists' }>;

const leaves = ({ test }: Extract<Step, { kind: 'predicate' }>): readonly Leaf[] => leavesOf(test);

export const leavesOf = (test: Test): readonly Leaf[] => {
  switch (test.kind) {
    case 'not':
      return leavesOf(test.operand);
    case 'or':
    case 'and':
      return test.operands.flatMap(leavesOf);
    default:
      return [test];
  }
};

const finding = (leaf: Leaf, node: Place, document: Value): Finding => {
  const outcome = probeTest(leaf, node.value, document);
  const base = {
    node: node.path,
    test: printTest(leaf),
    span: leaf.span,
    holds: typeof outcome === 'boolean' ? outcome : undefined,
    ...(typeof outcome === 'boolean' ? {} : outcome),
  };
  return leaf.kind === 'exists'
    ? existence(base, leaf, node, document)
    : comparison(base, leaf, node, document);
};

type Base = Readonly<{ node: string; test: string; span: Span; holds: boolean | undefined; raises?: string }>;

const comparison = (base: Base, leaf: Comparison, node: Place, document: Value): Finding => {
  const left = seen(leaf.left, node.value, document);
  const right = seen(leaf.right, node.value, document);
  const path = [leaf.left, leaf.right].find((side): side is PathSyntax => side.kind === 'path');
  const absence = path && absenceOf(path, node, document, path === leaf.left ? right.value : left.value);
  return {
    ...base,
    left,
    operator: leaf.operator,
    right,
    ...(absence === undefined ? {} : { absence }),
    notes: comparisonNotes({ leaf, left, right, absence, holds: base.holds }),
  };
};

/** A bare path asks the node itself, with `$` as with `@`. */
const existence = (
  base: Base,
  leaf: Extract<Test, { kind: 'exists' }>,
  node: Place,
  document: Value,
): Finding => {
  const path: PathSyntax = { ...leaf.path, root: '@' };
  const value = probePath(path, node.value, document);
  const absence = absenceOf(path, node, document, undefined);
  return {
    ...base,
    left: {
      text: print(leaf.path),
      type: typeOf(value),
      ...(value === undefined ? {} : { value: shown(value) }),
    },
    ...(absence === undefined ? {} : { absence }),
    notes: existsNotes(leaf, value),
  };
};
