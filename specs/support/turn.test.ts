import { expect, test } from '@playwright/test';
import { oneIn } from './turn.ts';

const texts = Array.from({ length: 60 }, (_, index) => `run-${index} refuses what is wrong`);

test('a share is the same for the same text, and all items have their turn', () => {
  const items = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];

  for (const text of texts) {
    expect(oneIn(items, 3, text)).toEqual(oneIn(items, 3, text));
    expect([2, 3]).toContain(oneIn(items, 3, text).length);
  }
  expect(new Set(texts.flatMap((text) => oneIn(items, 3, text)))).toEqual(new Set(items));
});

test('a share of few items has one of them at least, and that of none is empty', () => {
  for (const text of texts) {
    expect(oneIn(['a'], 6, text)).toEqual(['a']);
    expect(oneIn(['a', 'b'], 6, text)).toHaveLength(1);
  }
  expect(oneIn([], 3, 'any')).toEqual([]);
});
