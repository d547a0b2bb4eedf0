import { expect, test } from '@playwright/test';
import { parseFilter } from './filter.ts';
import { checkFilter, matchesFilter } from './match.ts';

const records = ['a', 'b', 'c'].flatMap((x) => ['1', '2'].map((y) => ({ x, y })));

const chosen = (filter: string): string => {
  const parsed = parseFilter(filter);
  if (!parsed.ok) return `refused: ${parsed.problem.text}`;
  const fits = (record: Record<string, string>): boolean =>
    matchesFilter(parsed.value, record, (item, field) => item[field]);

  return records
    .filter(fits)
    .map(({ x, y }) => x + y)
    .join(' ');
};

const answers: readonly (readonly [filter: string, chosen: string])[] = [
  ['x eq "a"', 'a1 a2'],
  ['x eq "A"', 'a1 a2'],
  ['x ge "b"', 'b1 b2 c1 c2'],
  ['x le "b"', 'a1 a2 b1 b2'],
  ['x eq "a" and y eq "1"', 'a1'],
  ['x eq "a" or x eq "b"', 'a1 a2 b1 b2'],
  ['not x eq "a"', 'b1 b2 c1 c2'],
  ['not (x eq "a" or y eq "1")', 'b2 c2'],
  ['not x eq "a" and y eq "1"', 'b1 c1'],
  ['x eq "a" or x eq "b" and y eq "1"', 'a1 a2 b1'],
  ['x eq "a" and y eq "1" or x eq "b"', 'a1 b1 b2'],
  ['(x eq "a" or x eq "b") and y eq "1"', 'a1 b1'],
  ['not not x eq "a"', 'a1 a2'],
  ['  ( ( x eq "a" ) )  ', 'a1 a2'],
  ['z eq "a"', ''],
];

for (const [filter, expected] of answers) {
  test(`${filter} chooses ${expected || 'nothing'}`, () => {
    expect(chosen(filter)).toBe(expected);
  });
}

const unreadable = [
  'x',
  'x eq',
  'x eq a',
  "x eq 'a'",
  'x eq "a',
  'x eq "a\\n"',
  'x eq "a" y eq "1"',
  'x eq "a" and',
  'and x eq "a"',
  '(x eq "a"',
  'x eq "a")',
  '()',
  'not',
  'x eq "a" && y eq "1"',
  'x eq 1',
  `${'('.repeat(500)}x eq "a"${')'.repeat(500)}`,
];

for (const filter of unreadable) {
  test(`cannot read ${filter.slice(0, 40)}`, () => {
    expect(parseFilter(filter).ok).toBe(false);
  });
}

test('a text may hold escaped quotes and backslashes', () => {
  expect(parseFilter('x eq "say \\"a\\\\b\\""')).toMatchObject({ ok: true, value: { value: 'say "a\\b"' } });
});

test('only the documented fields and operators are taken, wherever they stand', () => {
  const allowed = { x: ['eq'] };
  const taken = (filter: string): boolean => {
    const parsed = parseFilter(filter);

    return parsed.ok && checkFilter(parsed.value, allowed).ok;
  };

  expect(taken('x eq "a"')).toBe(true);
  expect(taken('x EQ "a"')).toBe(false);
  expect(taken('x ge "a"')).toBe(false);
  expect(taken('y eq "a"')).toBe(false);
  expect(taken('x eq "a" or not (x eq "b" and y eq "a")')).toBe(false);
  expect(taken('constructor eq "a"')).toBe(false);
});
