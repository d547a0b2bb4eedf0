import type { FilterPath } from '../compile.ts';
import { print, printTest } from '../print.ts';
import type { Comparison, PathSyntax, Step, Test } from '../syntax.ts';
import { leavesOf } from './findings.ts';
import { comparedWithNull, mapLeaves, mapPredicates } from './transform.ts';
import type { Note } from './types.ts';
import { scansEverything } from './verdict.ts';

/** What can be said of an expression whatever the payload: always true, can never match, not predictable. */
export const warnings = (path: FilterPath): readonly Note[] => {
  const tests = path.tree.steps.flatMap((step) => (step.kind === 'predicate' ? [step.test] : []));
  return [
    ...(scansEverything(path) ? [everything] : []),
    ...tests.flatMap(leavesOf).flatMap((leaf) => leafWarnings(leaf, path)),
    ...tests.flatMap(contradictions),
    ...curlyQuotes(path),
  ];
};

const everything: Note = {
  code: 'scan-of-everything',
  text: 'what ..* finds cannot be predicted for a tenant: it loses results, and depends on how the library is configured',
};

/** They compile inside list literals, names and texts, and are part of the text there. */
const curlyQuotes = ({ expression }: FilterPath): readonly Note[] => {
  const at = expression.search(/[\u201c-\u201f]/);
  if (at === -1) return [];
  const text = `${expression[at]} is a typographic quote: it does not quote, it is part of the text`;
  return [{ code: 'curly-quote', text, at, try: expression.replace(/[\u201c-\u201f]/g, '"') }];
};

type Leaf = Comparison | Extract<Test, { kind: 'exists' }>;

const leafWarnings = (leaf: Leaf, path: FilterPath): readonly Note[] =>
  leaf.kind === 'exists'
    ? existsWarnings(leaf, path)
    : comparisonRules.flatMap((rule) => rule(leaf, path) ?? []);

/** An open path exists as soon as its parent fits, also when it selects nothing (filter-exists-017). */
const existsWarnings = (leaf: Extract<Test, { kind: 'exists' }>, { tree }: FilterPath): readonly Note[] => {
  const last = leaf.path.steps.at(-1);
  const scans = leaf.path.steps.some(({ kind }) => kind === 'scan');
  if (last === undefined || (!scans && !isOpen(last))) return [];

  const text = printTest(leaf);
  const repaired = mapPredicates(tree, (test) =>
    mapLeaves(test, (each) => (each === leaf ? notEmpty(leaf) : each)),
  );
  const code = leaf.expected ? 'always-true' : 'never-matches';
  const always = leaf.expected ? 'always true' : 'never true';
  return [
    {
      code,
      text: `${text} is ${always}, also when nothing is selected, as long as the list is there`,
      at: leaf.span[0],
      try: print(repaired),
    },
  ];
};

const notEmpty = ({ path, expected, span }: Extract<Test, { kind: 'exists' }>): Test => ({
  kind: 'comparison',
  left: path,
  operator: 'empty',
  right: { kind: 'boolean', value: !expected, text: String(!expected), span },
  span,
});

const isOpen = (step: Step): boolean =>
  ['predicate', 'slice', 'wildcard'].includes(step.kind) ||
  (step.kind === 'indexes' && step.indexes.length > 1);

type ComparisonRule = (leaf: Comparison, path: FilterPath) => Note | undefined;

const notNull: ComparisonRule = (leaf, { tree }) => {
  const tested = comparedWithNull(leaf);
  if (tested === undefined || (leaf.operator !== '!=' && leaf.operator !== '!==')) return undefined;
  const exists: Test = { kind: 'exists', path: { ...tested, root: '@' }, expected: true, span: leaf.span };
  return {
    code: 'true-for-absent',
    text: `${printTest(leaf)} is true for an absent field; whether it is there is asked by the path alone`,
    at: leaf.span[0],
    try: print(mapPredicates(tree, (test) => mapLeaves(test, (each) => (each === leaf ? exists : each)))),
  };
};

const negation: ComparisonRule = (leaf) => {
  if (!['!=', '!==', 'nin'].includes(leaf.operator) || comparedWithNull(leaf) !== undefined) return undefined;
  if (leaf.left.kind !== 'path' && leaf.right.kind !== 'path') return undefined;
  return {
    code: 'true-for-absent',
    text: `${printTest(leaf)} is also true where the path is absent`,
    at: leaf.span[0],
  };
};

const never =
  (text: string, isNever: (leaf: Comparison) => boolean): ComparisonRule =>
  (leaf) =>
    isNever(leaf)
      ? { code: 'never-matches', text: `${printTest(leaf)} can never hold: ${text}`, at: leaf.span[0] }
      : undefined;

const unordered = ['boolean', 'null', 'json', 'pattern'];

const comparisonRules: readonly ComparisonRule[] = [
  notNull,
  negation,
  never('the library has this operator, but no expression can write its right side', ({ operator }) =>
    ['all', 'type', 'matches'].includes(operator),
  ),
  never(
    'only numbers and strings have an order',
    ({ operator, left, right }) =>
      /^[<>]=?$/.test(operator) && [left, right].some(({ kind }) => unordered.includes(kind)),
  ),
  never(
    'size wants a number',
    ({ operator, right }) => operator === 'size' && right.kind !== 'number' && right.kind !== 'path',
  ),
  never(
    'empty wants true or false',
    ({ operator, right }) => operator === 'empty' && right.kind !== 'boolean' && right.kind !== 'path',
  ),
  never(
    'the right side has to be a list',
    ({ operator, right }) =>
      ['in', 'nin', 'anyof', 'subsetof', 'noneof'].includes(operator) &&
      right.kind !== 'path' &&
      !isListLiteral(right),
  ),
  never(
    'the right side has to be a pattern between slashes',
    ({ operator, left, right }) =>
      operator === '=~' && (left.kind === 'pattern') === (right.kind === 'pattern'),
  ),
  never(
    'a nested predicate gives a list, which equals no single value; use contains',
    ({ operator, left, right }) =>
      ['==', '==='].includes(operator) &&
      left.kind === 'path' &&
      endsInPredicate(left) &&
      ['string', 'number', 'boolean', 'null'].includes(right.kind),
  ),
];

const isListLiteral = ({ kind, text }: Readonly<{ kind: string; text?: string }>): boolean =>
  kind === 'json' && (text ?? '').startsWith('[');

const endsInPredicate = ({ steps }: PathSyntax): boolean => steps.at(-1)?.kind === 'predicate';

/** `a == 1 && a == 2` can never hold; `a != 1 || a != 2` always does. */
const contradictions = (test: Test): readonly Note[] => {
  if (test.kind === 'not') return contradictions(test.operand);
  if (test.kind !== 'and' && test.kind !== 'or') return [];

  const operator = test.kind === 'and' ? '==' : '!=';
  const seen = new Map<string, string>();
  const own = test.operands.flatMap((operand): Note[] => {
    if (operand.kind !== 'comparison' || operand.operator !== operator || operand.left.kind !== 'path')
      return [];
    if (operand.right.kind !== 'string' && operand.right.kind !== 'boolean') return [];
    const [path, value] = [print(operand.left), JSON.stringify(operand.right.value)];
    const other = seen.get(path);
    seen.set(path, value);
    if (other === undefined || other === value) return [];
    const always = test.kind === 'or';
    return [
      {
        code: always ? 'always-true' : 'never-matches',
        text: `${path} is compared with ${other} and with ${value}: ${always ? 'one of the two always differs' : 'it cannot be both'}`,
        at: operand.span[0],
      },
    ];
  });
  return [...own, ...test.operands.flatMap(contradictions)];
};
