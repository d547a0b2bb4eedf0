import { expect, test } from '@playwright/test';
import { html } from './html.ts';
import { type Blocks, placed, roomFor } from './room.ts';

/** A line takes 3 bytes, a whole item 6. */
const blocks: Blocks<string> = { full: (item) => html`[${item}.].`, brief: (item) => html`${item}.` };

const shown = (bytes: number): string => {
  const items = ['b', 'a', 'c'];
  const room = roomFor([...items].sort(), bytes, blocks);

  return placed(items, room, blocks)
    .map(({ markup }) => markup)
    .join(' ');
};

test('all is shown whole, in the order of the list, where there is room', () => {
  expect(shown(18)).toBe('[b.]. [a.]. [c.].');
});

test('the most important are shown whole where there is no room for all', () => {
  expect(shown(17)).toBe('[b.]. [a.]. c.');
  expect(shown(9)).toBe('b. a. c.');
});

test('the least important have no place where there is no room for a line of each', () => {
  expect(shown(8)).toBe('b. a.');
  expect(shown(2)).toBe('');
});

test('no more is used than there is', () => {
  for (const bytes of [0, 4, 8, 13, 100])
    expect(roomFor(['a', 'b', 'c'], bytes, blocks).used).toBeLessThanOrEqual(bytes);
});
