import { expect, test } from '@playwright/test';
import {
  compile,
  evaluate,
  explain,
  FilterLimitError,
  matches,
  PatternNotJudgedError,
  select,
} from './index.ts';

const nested = (depth: number): unknown => JSON.parse('{"a":['.repeat(depth) + ']}'.repeat(depth));

const read = (expression: string, document: unknown) => {
  const result = compile(expression);
  if (!result.ok) throw new Error(result.error.message);
  return { evaluation: evaluate(result.path, document), path: result.path };
};

for (const [what, expression] of [
  ['parentheses', `$[?(${'('.repeat(5_000)}@.a${')'.repeat(5_000)})]`],
  ['nested predicates', `$${'[?(@'.repeat(3_000)}${')]'.repeat(3_000)}`],
  ['negations', `$[?(${'!'.repeat(15_000)}(@.a == 1))]`],
  ['groups of a pattern', `$[?(@ =~ /${'('.repeat(8_000)}${')'.repeat(8_000)}/)]`],
  ['characters', `$${'.a'.repeat(100_000)}`],
] as const) {
  test(`ends with an answer for too many ${what}`, () => {
    const result = compile(expression);
    if (result.ok) expect(typeof evaluate(result.path, {})).toBe('object');
    else expect(result.error.message).not.toBe('');
  });
}

test('ends with FilterLimitError on a document that is nested too deeply', () => {
  expect(read('$..a', nested(50_000)).evaluation).toEqual({ raises: 'FilterLimitError' });
  expect(read('$..[?(@ == $)]', nested(50_000)).evaluation).toEqual({ raises: 'FilterLimitError' });
});

test('reads documents nested far deeper than real ones', () => {
  expect(read('$..b', nested(200)).evaluation).toEqual({ result: [] });
});

test('ends with FilterLimitError where every element is looked for among all others', () => {
  const document = Array.from({ length: 4_000 }, (_, id) => ({ id }));
  const { evaluation, path } = read('$[?(@.id in $..id)]', document);

  expect(evaluation).toEqual({ raises: 'FilterLimitError' });
  expect(select(path, document)).toEqual([]);
  expect(() => matches(path, document)).toThrow(FilterLimitError);
});

test('counts what wide steps and long predicates cost', () => {
  const rows = Array.from({ length: 20_000 }, (_, id) => ({ id }));
  for (const expression of [
    `$[*][${Array.from({ length: 2_000 }, (_, index) => `'n${index}'`).join(',')}]`,
    `$[*][${Array.from({ length: 2_000 }, (_, index) => index).join(',')}].id`,
    `$[?(${Array.from({ length: 1_000 }, () => '1 == 2').join(' || ')})]`,
  ]) {
    const started = performance.now();
    const { evaluation } = read(expression, rows);

    expect(Object.keys(evaluation)).toHaveLength(1);
    expect(performance.now() - started).toBeLessThan(5_000);
  }
});

test('trims and notes in linear time', () => {
  const blanks = `${' '.repeat(300_000)}x`;

  expect(read('$[?(@ contains "y")]', [[blanks]]).evaluation).toEqual({ result: [] });
  expect(explain(`$[?(length(${blanks})]`).compiles).toBe(false);
});

test('matches patterns that backtrack without end elsewhere', () => {
  const text = `${'a'.repeat(20_000)}!`;

  expect(read('$[?(@ =~ /(a+)+$/)]', [text]).evaluation).toEqual({ result: [] });
  expect(read('$[?(@ =~ /(a|aa)+!/)]', [text]).evaluation).toEqual({ result: [text] });
});

test('says that a pattern cannot be judged, never that it does not match', () => {
  const { evaluation, path } = read('$[?(@ =~ /(?!x).*/)]', ['a']);

  expect(evaluation).toEqual({ raises: 'PatternNotJudgedError' });
  expect(() => matches(path, ['a'])).toThrow(PatternNotJudgedError);
  const explanation = explain('$[?(@ =~ /(?!x).*/)]', ['a']);
  expect(explanation.compiles && explanation.cases[0]?.verdict).toBe('unknown');
});

test('walks slices of any width', () => {
  expect(read('$[-2147483648:2147483647]', [1, 2]).evaluation).toEqual({ result: [1, 2, 1, 2] });
});

test('treats the names that JavaScript objects inherit as ordinary names', () => {
  const document = JSON.parse('{"__proto__":{"x":1},"list":[{"toString":"y"},{}]}') as unknown;

  expect(read('$.__proto__.x', document).evaluation).toEqual({ result: 1 });
  expect(read('$.list[?(@.toString)]', document).evaluation).toEqual({ result: [{ toString: 'y' }] });
  expect(read('$.constructor', document).evaluation).toEqual({ raises: 'PathNotFoundException' });
  expect(JSON.stringify(read("$['__proto__','list']", document).evaluation)).toContain('"__proto__":{"x":1}');
});
