import { expect, test } from '@playwright/test';
import { parseSorters, sortItems } from './sorters.ts';

type Item = Readonly<{ id: string; a?: string; b?: string }>;

const items: readonly Item[] = [
  { id: '1', a: 'y', b: '1' },
  { id: '2', a: 'X', b: '1' },
  { id: '3', a: 'x', b: '2' },
  { id: '4', b: '1' },
];

const sorted = (sorters: string): string => {
  const parsed = parseSorters(sorters, ['a', 'b']);
  if (!parsed.ok) return `refused: ${parsed.problem.text}`;

  return sortItems(items, parsed.value, (item, field) => item[field as keyof Item])
    .map(({ id }) => id)
    .join('');
};

const orders: readonly (readonly [sorters: string, order: string])[] = [
  ['a', '2314'],
  ['-a', '1234'],
  ['b,a', '2143'],
  ['b,-a', '1243'],
  ['-b, a', '3214'],
];

for (const [sorters, order] of orders) {
  test(`${sorters} gives ${order}`, () => {
    expect(sorted(sorters)).toBe(order);
  });
}

for (const sorters of ['c', '--a', 'a,', 'A', '-', 'a desc', 'constructor']) {
  test(`${sorters} is refused`, () => {
    expect(sorted(sorters)).toContain('refused');
  });
}
