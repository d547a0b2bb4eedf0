import { expect, test } from '@playwright/test';
import { pageOf, parsePaging } from './paging.ts';

test('without parameters a page begins at 0 and holds 250', () => {
  expect(parsePaging({})).toEqual({ ok: true, value: { limit: 250, offset: 0, count: false } });
});

for (const query of [
  { limit: '0' },
  { limit: '250' },
  { offset: '0' },
  { offset: '2147483647' },
  { count: 'true' },
]) {
  test(`${JSON.stringify(query)} is taken`, () => {
    expect(parsePaging(query).ok).toBe(true);
  });
}

const wrong = [
  ...['-1', '251', '', 'ten', '1.5', '1e1', '0x10', ' 1'].map((limit) => ({ limit })),
  ...['-1', '', 'ten', '2147483648', '99999999999'].map((offset) => ({ offset })),
  ...['1', 'yes', '', 'TRUE', 'constructor'].map((count) => ({ count })),
  { limit: ['1', '2'] },
];

for (const query of wrong) {
  test(`${JSON.stringify(query)} is refused`, () => {
    expect(parsePaging(query).ok).toBe(false);
  });
}

test('pages join without gap or repetition', () => {
  const items = [1, 2, 3, 4, 5];

  expect([0, 2, 4, 6].map((offset) => pageOf(items, { limit: 2, offset, count: false }))).toEqual([
    [1, 2],
    [3, 4],
    [5],
    [],
  ]);
});
