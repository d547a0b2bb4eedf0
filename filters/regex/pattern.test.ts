import { expect, test } from '@playwright/test';
import { PatternNotJudgedError } from '../limits.ts';
import { compilePattern } from './pattern.ts';

const pattern = (source: string, flags = '') => {
  const result = compilePattern(source, flags);
  if (!result.ok) throw new Error(`${source}: ${result.message}`);
  return result.pattern;
};

/** Pattern, flags, texts that Java matches and texts that it does not (OpenJDK 17). */
for (const [source, flags, yes, no] of [
  ['depart', '', ['depart'], ['department', 'Depart']],
  ['.', '', ['a', '😀'], ['\n', '\r', '\u0085', '\u2028', '']],
  ['.', 'd', ['\r', '\u2028'], ['\n']],
  ['\\s', '', [' ', '\t', '\u000b'], ['\u00a0']],
  ['[a-z&&[^b]]+', '', ['acz'], ['abc']],
  ['[^a-c&&b-d]', '', ['a', 'd', 'x'], ['b', 'c']],
  ['[[:alpha:]]', '', ['a', ':'], ['b', 'z']],
  ['[]a]+', '', [']a'], ['b']],
  ['é', 'i', ['é'], ['É']],
  ['é', 'iu', ['é', 'É'], ['e']],
  ['k', 'iu', ['k', 'K', '\u212a'], ['q']],
  ['[\\p{Lu}&&[^A]]', '', ['B', 'É'], ['A', 'b']],
  ['\\p{Alpha}+', '', ['abc'], ['é']],
  ['a{2}{3}', '', ['aa'], ['aaaaaa']],
  ['\\Qa.b\\E', '', ['a.b'], ['axb']],
  ['a b # c', 'x', ['ab'], ['a b']],
  ['(?i)a(?-i)b', '', ['Ab', 'ab'], ['aB']],
  ['^$', 'm', [], ['', 'a']],
  ['^a$.^b$', 'ms', ['a\nb'], ['ab']],
  ['a\\R+b', '', ['a\r\nb', 'a\n\nb'], ['ab']],
  ['\\0101\\x41\\u0041\\x{1F600}', '', ['AAA😀'], ['AAA']],
] as const) {
  test(`/${source}/${flags} has Java's meaning`, () => {
    const { matches } = pattern(source, flags);

    expect([yes.filter((text) => !matches(text)), no.filter((text) => matches(text))]).toEqual([[], []]);
  });
}

for (const source of [
  '(',
  'a)',
  '[',
  '[]',
  '*a',
  'a**',
  'a{',
  'a{2,1}',
  '[b-a]',
  '\\y',
  '\\E',
  '\\p{Foo}',
  '\\p{Latin}',
  '(?P<n>a)',
  '(?z)',
  '(?<1>a)',
  '\\k<n>',
  '\\u00e',
  '\\N',
  '\\',
]) {
  test(`refuses ${source}, as Java does`, () => {
    expect(compilePattern(source, '').ok).toBe(false);
  });
}

for (const [source, text] of [
  ['(?=a)a', 'a'],
  ['(?<!a)b', 'b'],
  ['(.)\\1', 'aa'],
  ['a*+', 'a'],
  ['(?>a)', 'a'],
  ['\\bé', 'é'],
  ['a$\\n', 'a\n'],
  ['a{2000}', 'a'],
  ['((a{900}){900}){900}', 'a'],
] as const) {
  test(`does not judge ${source} on ${JSON.stringify(text)}`, () => {
    expect(() => pattern(source).matches(text)).toThrow(PatternNotJudgedError);
  });
}

test('takes linear time where a backtracking engine would not end', () => {
  expect(pattern('(a+)+$').matches(`${'a'.repeat(50_000)}!`)).toBe(false);
});
