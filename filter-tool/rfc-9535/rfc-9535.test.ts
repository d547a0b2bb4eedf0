import { expect, test } from '@playwright/test';
import { compile } from '../../filters/index.ts';
import { rfcAnswer } from './rfc-9535.ts';

const event = {
  id: 'e1',
  person: { id: 'p1', age: 30, note: null },
  items: [{ id: 'a', n: 1 }, { id: 'b' }],
};

const verdict = (expression: string, document: unknown = event): string => {
  const compiled = compile(expression);
  if (!compiled.ok) throw new Error(`${expression} does not compile`);

  return rfcAnswer(compiled.path, document, 'no match').verdict;
};

for (const [expression, expected] of [
  ['$[?(@.id == "e1")]', 'no match'],
  ['$[?(@.id == "p1")]', 'match'],
  ['$.person[?(@ == 30)]', 'match'],
  ['$.person[?(@.age == 30)]', 'no match'],
  ['$.items[?(@.n == "1")]', 'no match'],
  ['$.items[?(@.n >= 1)]', 'match'],
  ['$.items[?(@.n == null)]', 'no match'],
  ['$.items[?(@.n != 1)]', 'match'],
  ['$.items[?(!@.n)]', 'match'],
  ['$[?(@.note)]', 'match'],
  ['$[?(@.note == null)]', 'match'],
  ['$.items[?(@.x == @.y)]', 'match'],
  ['$.items[?(@.id == $.items[0].id)]', 'match'],
  ['$[?(@[?(@.id == "b")])]', 'match'],
  ['$..[?(@.n)]', 'match'],
  ['$.items[-1].n', 'no match'],
  ['$.items[5]', 'no match'],
  ['$["items"][0:1].n', 'match'],
  ['items[0]', 'not valid'],
  ['$.items[?(@.id in ["a"])]', 'not valid'],
  ['$.items[?(@.id =~ /a/)]', 'not valid'],
  ['$.items[?(@[*] == 1)]', 'not valid'],
  ['$.items.length()', 'not valid'],
  ['$.my-items[0]', 'not valid'],
] as const) {
  test(`${expression} is ${expected} in RFC 9535`, () => {
    expect(verdict(expression)).toBe(expected);
  });
}

test('gives up where the work has no end', () => {
  const wide = Array.from({ length: 700 }, () => Array.from({ length: 700 }, () => 1));

  expect(verdict('$..[?(@.a)]', wide)).toBe('not tried');
});
