/** Random expressions and documents for tests: the same for the same seed. */
export type Random = () => number;

/** mulberry32. */
export const seeded = (seed: number): Random => {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
};

export const pick = <T>(random: Random, among: readonly [T, ...T[]]): T =>
  among[Math.floor(random() * among.length)] ?? among[0];

const names = ['a', 'b', 'id', 'v', 'name', 'constructor', '__proto__', 'a b', "it's", 'é', '1', ''] as const;
const texts = [
  'abc',
  '',
  '1',
  '1.0',
  'true',
  '$.a',
  '@',
  '[1,2]',
  '{a:b}',
  "'q'",
  '\\u00zz',
  'line\nbreak',
  '😀',
] as const;
const numbers = [0, 1, -1, 2.5, 100, 1e21, 1e-7, 2_147_483_648] as const;

export const randomValue = (random: Random, depth = 3): unknown => {
  const kind = Math.floor(random() * (depth > 0 ? 8 : 5));
  if (kind < 2) return pick(random, texts);
  if (kind === 2) return pick(random, numbers);
  if (kind === 3) return random() < 0.5;
  if (kind === 4) return null;
  const size = Math.floor(random() * 4);
  const members = Array.from({ length: size }, () => randomValue(random, depth - 1));
  if (kind === 5) return members;
  return Object.fromEntries(members.map((member) => [pick(random, names), member]));
};

export const randomExpression = (random: Random): string => {
  const expression = randomPath(random, '$', 3);
  return random() < 0.3 ? mutate(random, expression) : expression;
};

type Maker = (random: Random, depth: number) => string;

const randomPath = (random: Random, root: string, depth: number): string =>
  root +
  Array.from({ length: Math.floor(random() * 4) }, () => pick(random, steps)(random, depth - 1)).join('');

const quoted: Maker = (random) => `'${pick(random, names).replaceAll("'", "\\'")}'`;
const whole: Maker = (random) => String(Math.floor(random() * 9) - 4);
const filter: Maker = (random, depth) => (depth > 0 ? `[?(${randomTest(random, depth)})]` : '.v');

const steps: readonly [Maker, ...Maker[]] = [
  (random) => `.${pick(random, ['a', 'b', 'id', 'v', 'name', 'constructor'])}`,
  (random, depth) => `[${quoted(random, depth)}]`,
  (random, depth) => `[${quoted(random, depth)}, ${quoted(random, depth)}]`,
  (random) => pick(random, ['.*', '[*]', '..*', '..v', '..a', '..']),
  (random, depth) => `[${whole(random, depth)}]`,
  (random, depth) => `[${whole(random, depth)},${whole(random, depth)}]`,
  (random, depth) =>
    pick(random, [
      `[${whole(random, depth)}:]`,
      `[:${whole(random, depth)}]`,
      `[${whole(random, depth)}:${whole(random, depth)}]`,
    ]),
  filter,
  filter,
  (random, depth) => `..${filter(random, depth)}`,
  (random, depth) =>
    `.${pick(random, functionNames)}(${random() < 0.6 ? '' : randomParameter(random, depth)})`,
];

const functionNames = [
  'length',
  'size',
  'sum',
  'max',
  'stddev',
  'keys',
  'concat',
  'append',
  'first',
  'last',
  'index',
  'nope',
] as const;

const randomParameter: Maker = (random, depth) =>
  pick(random, [
    '1',
    '"a"',
    '{"a":1}',
    '-1',
    '[1]',
    '1, 2',
    randomPath(random, '$', depth),
    randomPath(random, '@', depth),
  ]);

const operators = [
  '==',
  '!=',
  '<',
  '>=',
  '===',
  '=~',
  'in',
  'nin',
  'contains',
  'size',
  'empty',
  'subsetof',
  'anyof',
  'noneof',
  'all',
] as const;

const literals = [
  '1',
  '1.0',
  '-5',
  '1e400',
  'true',
  'null',
  '[]',
  '{}',
  '["a", 1]',
  '[a,,b',
  '"abc"',
  "''",
  '/a.*/i',
  '/(a+)+$/',
  '/(?=a)/',
  '/[/',
  'x',
] as const;

const randomTest: Maker = (random, depth) =>
  pick<Maker>(random, [comparison, comparison, comparison, exists, both, either, not])(random, depth);

const side: Maker = (random, depth) =>
  random() < 0.6 ? randomPath(random, random() < 0.8 ? '@' : '$', depth - 1) : pick(random, literals);
const comparison: Maker = (random, depth) =>
  `${side(random, depth)} ${pick(random, operators)} ${side(random, depth)}`;
const exists: Maker = (random, depth) => (random() < 0.3 ? '!' : '') + randomPath(random, '@', depth - 1);
const both: Maker = (random, depth) => `${comparison(random, depth)} && ${exists(random, depth)}`;
const either: Maker = (random, depth) => `(${comparison(random, depth)}) || ${comparison(random, depth)}`;
const not: Maker = (random, depth) => `!(${comparison(random, depth)})`;

const mutate = (random: Random, expression: string): string => {
  const at = Math.floor(random() * (expression.length + 1));
  const kept = at + (random() < 0.5 ? 1 : 0);
  return expression.slice(0, at) + (random() < 0.7 ? pick(random, alphabet) : '') + expression.slice(kept);
};

const alphabet = [
  '$',
  '@',
  '.',
  '[',
  ']',
  '(',
  ')',
  '?',
  '*',
  "'",
  '"',
  ',',
  ':',
  '!',
  '=',
  '<',
  '~',
  '&',
  '|',
  '/',
  '\\',
  ' ',
  '-',
  '0',
  'e',
  'a',
] as const;
