import { expect, test } from '@playwright/test';
import { plainValue } from '../values/value.ts';
import { parseLenientJson } from './lenient.ts';

for (const [text, value] of [
  ['[a, b c ,\'d\',"e"]', ['a', 'b c', 'd', 'e']],
  ['[1,,2,]', [1, 2]],
  ['{a:1,\'b\':x y,"c":null}', { a: 1, b: 'x y', c: null }],
  ['[nullx, true, 1 2, 007, -]', ['nullx', true, '1 2', 7, 0]],
  ['[1.5e1, 1e, .5]', [15, '1e', '.5']],
  ['["a\\x41\\q\\u0042"]', ['aAB']],
  ['{"__proto__":1}', JSON.parse('{"__proto__":1}')],
  ['1 2', '1 2'],
] as const) {
  test(`reads ${text}`, () => {
    const read = parseLenientJson(text);

    expect(read === undefined ? read : plainValue(read)).toEqual(value);
  });
}

for (const text of [
  '[',
  '[:]',
  '{a}',
  '{a:',
  '["a]',
  '{"a":1]',
  '["\\u12"]',
  '['.repeat(401) + ']'.repeat(401),
]) {
  test(`refuses ${text.slice(0, 20)}`, () => {
    expect(parseLenientJson(text)).toBeUndefined();
  });
}
