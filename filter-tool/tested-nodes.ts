import type { Case, FilterPath, Finding, Test } from '../filters/index.ts';
import { culprits, holds } from './culprits.ts';

/** A comparison or bare path on a node, with its place in the syntax tree. */
export type Told = Readonly<{ leaf: Test; finding: Finding }>;

/** A node that the first predicate was tried on. */
export type TestedNode = Readonly<{
  /** Such as `$.changes[0]`. */
  path: string;
  holds: boolean;
  /** What decided it. */
  because: readonly Told[];
}>;

/** The nodes that a case tells of, in the order of the payload. */
export const testedNodes = ({ tree }: FilterPath, { findings }: Case): readonly TestedNode[] => {
  const predicate = tree.steps.find(({ kind }) => kind === 'predicate');
  if (predicate?.kind !== 'predicate') return [];
  const { test } = predicate;
  const paths = [...new Set(findings.map(({ node }) => node))];

  return paths.map((path) => {
    const found = new Map(
      findings.filter(({ node }) => node === path).map((finding) => [String(finding.span), finding]),
    );
    const findingOf = (leaf: Test): Finding | undefined => found.get(String(leaf.span));
    const held = (leaf: Test): boolean => findingOf(leaf)?.holds === true;
    const because = culprits(test, held).flatMap((leaf) => {
      const finding = findingOf(leaf);
      return finding === undefined ? [] : [{ leaf, finding }];
    });

    return { path, holds: holds(test, held), because };
  });
};

/**
 * The node that lacks least. Where several do, the one that gets furthest in the expression: filters name first
 * which element they are about.
 */
export const nearestMiss = (nodes: readonly TestedNode[]): TestedNode | undefined =>
  nodes
    .filter((node) => !node.holds)
    .toSorted(
      (one, other) => one.because.length - other.because.length || firstCulprit(other) - firstCulprit(one),
    )[0];

const firstCulprit = ({ because: [first] }: TestedNode): number => first?.leaf.span[0] ?? 0;
