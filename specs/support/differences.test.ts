import { expect, test } from '@playwright/test';
import { differences, presentIn } from './differences.ts';
import { isSameDuration } from './same-duration.ts';

test('nothing differs where all that is wanted is there, whatever is there besides', () => {
  expect(differences({ a: 1, b: { c: 'x', d: 2 }, extra: true }, { a: 1, b: { c: 'x' } })).toEqual([]);
});

test('a difference says where, what was expected and what was seen', () => {
  expect(differences({ a: { b: [1, { c: 2 }] } }, { a: { b: [1, { c: 3 }] } })).toEqual([
    { expected: 'a.b[1].c 3', seen: 'a.b[1].c 2' },
  ]);
  expect(differences(undefined, { a: 1 })).toEqual([
    { expected: 'the body {"a":1}', seen: 'the body absent' },
  ]);
  expect(differences({ a: '1' }, { a: 1 })).toEqual([{ expected: 'a 1', seen: 'a "1"' }]);
});

test('lists are as long as wanted, in the same order, and their records may have more members in any order', () => {
  expect(differences({ l: [{ b: 2, a: 1, z: 0 }] }, { l: [{ a: 1, b: 2 }] })).toEqual([]);
  expect(differences({ l: [1, 2] }, { l: [2, 1] })).toHaveLength(2);
  expect(differences({ l: [1] }, { l: [1, 2] })).toHaveLength(1);
});

test('FC-041: what is optional may be absent, null or empty', () => {
  for (const nothing of [undefined, null, ''])
    expect(differences({ filter: nothing }, { filter: null })).toEqual([]);
  expect(differences({ filter: 'x' }, { filter: null })).toEqual([
    { expected: 'filter absent', seen: 'filter "x"' },
  ]);
  expect(differences({ enabled: false }, { enabled: null })).toHaveLength(1);
});

test('a response deadline may come back in another spelling of the same time', () => {
  expect(differences({ responseDeadline: 'PT1M' }, { responseDeadline: 'PT60S' })).toEqual([]);
  expect(differences({ responseDeadline: 'PT2M' }, { responseDeadline: 'PT1M' })).toHaveLength(1);
  expect(differences({ name: 'PT1M' }, { name: 'PT60S' })).toHaveLength(1);
});

for (const [one, other, same] of [
  ['PT60S', 'PT1M', true],
  ['PT1H', 'PT60M', true],
  ['P1D', 'PT24H', true],
  ['P1W', 'P7D', true],
  ['PT1H30M', 'PT90M', true],
  ['PT0.5S', 'PT0,5S', true],
  ['P1M', 'P1M', true],
  ['P1M', 'P30D', false],
  ['PT1H', 'PT1M', false],
  ['P', 'PT', false],
  ['an hour', 'PT1H', false],
  ['an hour', 'a day', false],
  [null, 'PT0S', false],
] as const) {
  test(`${one} ${same ? 'lasts as long as' : 'is not the same as'} ${other}`, () => {
    expect(isSameDuration(one, other)).toBe(same);
  });
}

test('of what is wanted only that is left which is shown at all', () => {
  expect(presentIn({ a: 1, b: { c: 'x' }, d: null }, { a: 2, b: { c: 'y', e: 1 }, d: 3, f: 4 })).toEqual({
    a: 2,
    b: { c: 'y' },
  });
});
