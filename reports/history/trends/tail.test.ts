import { expect, test } from '@playwright/test';
import { exponential, gaussian, type Random, seededRandom } from '../../capacity/statistics/random.ts';
import { nightAt } from '../testing/samples.ts';
import type { Point } from './point.ts';
import { monthBefore, tailsOf } from './tail.ts';

/** A month of a series whose logarithms are of one shape. */
const month = (random: Random, shape: (random: Random) => number): readonly Point[] =>
  Array.from({ length: 30 }, (_, day) => ({
    taken: nightAt(day),
    value: 200 * Math.exp(0.15 * shape(random)),
    samples: 400,
  }));

const tailOf = (shape: (random: Random) => number, series = 40): number => {
  const random = seededRandom(4);
  const all = Array.from(
    { length: series },
    () => ({ unit: 'milliseconds', points: month(random, shape) }) as const,
  );

  return tailsOf(all).milliseconds;
};

test('a tail of slow nights asks for more than one that is as short as chance makes it', () => {
  const [normal, slow] = [tailOf(gaussian), tailOf(exponential)];

  expect(normal).toBeGreaterThan(2.3);
  expect(normal).toBeLessThan(3.3);
  expect(slow).toBeGreaterThan(normal + 1);
});

test('few nights say nothing of a tail', () => {
  expect(tailOf(exponential, 3)).toBe(0);
});

test('a month ends before the last two nights, or before a change that is known', () => {
  const points = month(seededRandom(1), gaussian);

  expect(monthBefore(points, undefined).at(-1)?.taken).toBe(nightAt(27));
  expect(monthBefore(points, nightAt(10)).at(-1)?.taken).toBe(nightAt(9));
});
