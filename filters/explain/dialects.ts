import { JSONPath } from 'jsonpath-plus';
import type { FilterPath } from '../compile.ts';
import type { Comparison, Test } from '../syntax.ts';
import { cloneValue, type Value } from '../values/value.ts';
import { leavesOf } from './findings.ts';
import { allPlaces } from './places.ts';
import type { Dialect, Verdict } from './types.ts';

/** What the tenant answers, and what jsonpath-plus does, which online testers run. */
export const dialects = (path: FilterPath, document: unknown, verdict: Verdict): readonly Dialect[] => {
  const other = plusVerdict(path.expression, document);
  return [
    { name: 'tenant (Jayway)', verdict, because: jayway(path) },
    { ...other, because: other.because === '' ? difference(path, other.verdict, verdict) : other.because },
  ];
};

/** Expressions and payloads that its recursive evaluator may not come to an end with are not given to it. */
const plusVerdict = (expression: string, document: unknown): Dialect => {
  const name = 'jsonpath-plus';
  const json = (document ?? null) as Value;
  const isLarge = expression.length > 1_000 || allPlaces({ path: '$', value: json }).length >= 2_000;
  const mayHang =
    isLarge ||
    (expression.match(/\.\./g) ?? []).length > 1 ||
    /\.\s*[a-z]\w*\s*\(\s*[^)\s]|\/.*[*+].*\//i.test(expression);
  if (mayHang) return { name, verdict: 'not tried', because: 'its evaluator has no limits of its own' };

  try {
    const found: unknown = JSONPath({
      path: expression,
      json: cloneValue(json) as object,
      eval: 'safe',
      wrap: true,
    });
    return { name, verdict: Array.isArray(found) && found.length > 0 ? 'match' : 'no match', because: '' };
  } catch (error) {
    const message = error instanceof Error ? (error.message.split('\n')[0] ?? '') : 'an error';
    return { name, verdict: 'throws', because: `it throws: ${message.slice(0, 200)}` };
  }
};

const jayway = (path: FilterPath): string =>
  testsRoot(path)
    ? 'it tests $ itself, not its members, or each element where $ is a list'
    : 'it evaluates the filter as it stands';

const testsRoot = ({ tree }: FilterPath): boolean => tree.steps[0]?.kind === 'predicate';

const difference = (path: FilterPath, theirs: Dialect['verdict'], ours: Verdict): string => {
  if (theirs === ours) return 'both agree on this payload';
  const tests = path.tree.steps.flatMap((step) => (step.kind === 'predicate' ? [step.test] : []));
  const leaves = tests.flatMap(leavesOf);
  return (
    reasons.find(({ applies }) => applies(path, leaves))?.text ??
    'a predicate is JavaScript there, and converts types as JavaScript does'
  );
};

type Leaf = Comparison | Extract<Test, { kind: 'exists' }>;

const reasons: readonly Readonly<{
  text: string;
  applies: (path: FilterPath, leaves: readonly Leaf[]) => boolean;
}>[] = [
  { text: 'it tests each member of $, not $ itself', applies: testsRoot },
  {
    text: 'a predicate is JavaScript there, which has no such operator',
    applies: (_, leaves) => leaves.some((leaf) => leaf.kind === 'comparison' && /[a-z~]/.test(leaf.operator)),
  },
  {
    text: 'a nested predicate is not evaluated there as it is here',
    applies: (_, leaves) =>
      leaves.some((leaf) =>
        [leaf.kind === 'exists' ? leaf.path : leaf.left].some(
          (side) => side.kind === 'path' && side.steps.some(({ kind }) => kind === 'predicate'),
        ),
      ),
  },
  {
    text: 'it asks for the truth of the value: null, false, 0 and "" count as if they were not there',
    applies: (_, leaves) => leaves.some(({ kind }) => kind === 'exists'),
  },
  {
    text: 'null and absent are compared as in JavaScript there',
    applies: (_, leaves) =>
      leaves.some((leaf) => leaf.kind === 'comparison' && [leaf.left.kind, leaf.right.kind].includes('null')),
  },
];
