import { expect, test } from '@playwright/test';
import { allFit, inOrderOf, showsOf } from './list-facts.ts';
import { firstDisorder, isSurelyAfter } from './order.ts';
import { answered } from './testing/answers.ts';

test('every order that a tenant may go by is accepted', () => {
  for (const ordered of [
    ['B', 'a', 'b'],
    ['a', 'B', 'b'],
    ['a', 'b', 'B'],
    ['idn:a-b', 'idn:ab'],
    ['idn:ab', 'idn:a-c'],
    ['x', 'x'],
    [],
  ])
    expect(firstDisorder(ordered, 'ascending')).toBeUndefined();
});

test('an order that no tenant goes by is named by its first two', () => {
  expect(firstDisorder(['a', 'c', 'b', 'a'], 'ascending')).toEqual(['c', 'b']);
  expect(firstDisorder(['c', 'a', 'b'], 'descending')).toEqual(['a', 'b']);
  expect(firstDisorder(['c', 'b', 'b', 'a'], 'descending')).toBeUndefined();
});

test('one is surely after another only where all orders say so', () => {
  expect(isSurelyAfter('b', 'a')).toBe(true);
  expect(isSurelyAfter('a', 'B')).toBe(false);
  expect(isSurelyAfter('B', 'a')).toBe(false);
  expect(isSurelyAfter('a', 'a')).toBe(false);
});

const list = (...ids: readonly string[]) => answered({ body: ids.map((id) => ({ id, name: `n-${id}` })) });

test('FC-038: of a list only the records that the test knows are looked at', () => {
  expect(showsOf(list('other', 'b', 'a', 'another'), ['a', 'b', 'c'], ['a', 'b'])).toMatchObject({
    holds: true,
  });
  expect(showsOf(list('a', 'c'), ['a', 'b', 'c'], ['a', 'b'])).toEqual({
    holds: false,
    expected: 'of 3 known records 2: a, b',
    seen: '2: a, c',
  });
  expect(showsOf(list('a', 'a'), ['a'], ['a'])).toMatchObject({ holds: false, seen: '2: a, a' });
  expect(showsOf(list(), ['a'], ['a'])).toMatchObject({ holds: false, seen: '0: none' });
});

test('a list says how many of its records do not fit', () => {
  const fits = ({ id }: Readonly<Record<string, unknown>>) => id === 'a';

  expect(allFit(list('a', 'b', 'c'), 'id a', fits)).toEqual({
    holds: false,
    expected: 'id a',
    seen: '2 of 3 records do not fit',
  });
  expect(allFit(list('a'), 'id a', fits)).toMatchObject({ holds: true });
});

test('a list is in the order of a member, records without it left out', () => {
  const mixed = answered({ body: [{ name: 'a' }, { name: null }, { name: 'b' }] });

  expect(inOrderOf(mixed, 'name', 'ascending')).toMatchObject({ holds: true });
  expect(inOrderOf(mixed, 'name', 'descending')).toEqual({
    holds: false,
    expected: 'name descending',
    seen: 'a before b',
  });
});
