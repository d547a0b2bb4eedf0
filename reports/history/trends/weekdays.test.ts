import { expect, test } from '@playwright/test';
import { nightAt } from '../testing/samples.ts';
import { changeOf } from './change.ts';
import type { Point } from './point.ts';
import { units } from './units.ts';
import { weekdaysOf } from './weekdays.ts';

const wobble = [0, 7, 3, 9, 1, 5, 8, 2, 6, 4, 10];

/** 28 nights that differ a little, and twice as long ones on every seventh day. */
const nights = (seventh: number): readonly Point[] =>
  Array.from({ length: 28 }, (_, day) => ({
    taken: nightAt(day),
    value: (day % 7 === 2 ? seventh : 200) + (wobble[day % 11] ?? 0) * 3,
    samples: 400,
  }));

const then = (points: readonly Point[], ...values: readonly number[]): readonly Point[] => [
  ...points,
  ...values.map((value, place) => ({ taken: nightAt(28 + place), value, samples: 400 })),
];

test('leaves weekdays in where they explain little', () => {
  expect(weekdaysOf(nights(200), units.milliseconds.scaled).size).toBe(0);
});

test('a night that is long each week is no news, and one that is long on another day is', () => {
  const weekly = nights(500);

  expect(changeOf(then(weekly, 210, 215, 520), { unit: 'milliseconds', series: 20 })).toBeNull();
  expect(changeOf(then(weekly, 500, 520), { unit: 'milliseconds', series: 20 })).toMatchObject({
    to: 'more',
  });
});

test('takes weekends out that have a level of their own', () => {
  const points = Array.from({ length: 28 }, (_, day) => ({
    taken: nightAt(day),
    value: (day % 7 < 2 ? 600 : 200) * (1 + (wobble[day % 11] ?? 0) / 100),
    samples: 400,
  }));
  const levels = [...weekdaysOf(points, units.milliseconds.scaled).values()].toSorted(
    (one, other) => one - other,
  );

  expect((levels[6] ?? 0) - (levels[0] ?? 0)).toBeGreaterThan(0.7);
});
