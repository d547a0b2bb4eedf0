import { expect, test } from '@playwright/test';
import { falseAlarms, foundChanges, noises } from '../testing/claims.ts';
import { nightAt } from '../testing/samples.ts';
import { changeOf } from './change.ts';
import type { Point } from './point.ts';

const series = 20;

/** A night each, which differ a little; undefined for a night that is missing. */
const points = (...values: readonly (number | undefined)[]): readonly Point[] =>
  values.flatMap((value, day) =>
    value === undefined ? [] : [{ taken: nightAt(day), value: value * (1 + (day % 3) / 50), samples: 400 }],
  );

const usual = Array.from({ length: 28 }, () => 200);
const milliseconds = { unit: 'milliseconds', series } as const;

test('200 nights of 20 series of noise give two alarms at most', () => {
  for (const seed of [1, 2]) expect(falseAlarms({ nights: 200, series, seed })).toBeLessThanOrEqual(2);
});

for (const noise of noises.filter(({ name }) => /heavy tails|far slower/.test(name)))
  test(`200 nights of 20 series of noise with long tails give two alarms at most: ${noise.name}`, () => {
    for (const seed of [1, 2, 3])
      expect(falseAlarms({ nights: 200, series, seed, kinds: [noise] })).toBeLessThanOrEqual(2);
  });

for (const [place, factor, least] of [
  [0, 5, 92],
  [1, 5, 75],
  [6, 2, 98],
  [7, 2, 80],
] as const) {
  const noise = noises[place];
  test(`finds ${factor} times as much in its second night: ${noise?.name}`, () => {
    const found = noise && foundChanges(noise, { factor, trials: 100, seed: 3, series });

    expect(found).toBeGreaterThanOrEqual(least);
  });
}

test('a level that two nights have left is a change, with both levels and its first night', () => {
  expect(changeOf(points(...usual, 400, 400), milliseconds)).toMatchObject({
    to: 'more',
    since: nightAt(28),
    against: 'month',
    from: 204,
  });
  expect(changeOf(points(...usual, 100, 100), milliseconds)).toMatchObject({ to: 'less' });
});

test('one bad night is no trend', () => {
  expect(changeOf(points(...usual, 200, 4000), milliseconds)).toBeNull();
  expect(changeOf(points(...usual, 4000, 200), milliseconds)).toBeNull();
});

test('a bad night in the month hides no change', () => {
  expect(changeOf(points(...usual.with(20, 4000), 400, 400), milliseconds)).toMatchObject({ to: 'more' });
});

test('a level that came back after a better week is a change against the week', () => {
  const better = [...usual.slice(10), ...usual.slice(18).map(() => 80)];

  expect(changeOf(points(...better, 240, 240), milliseconds)).toMatchObject({ to: 'more', against: 'week' });
});

test('six nights are too few to say anything', () => {
  expect(changeOf(points(...usual.slice(0, 6), 400, 400), milliseconds)).toBeNull();
  expect(changeOf(points(...usual.slice(0, 7), 400, 400), milliseconds)).not.toBeNull();
});

test('a night that is missing does not part two nights, a week does', () => {
  expect(changeOf(points(...usual, 400, undefined, 400), milliseconds)).not.toBeNull();
  const week = Array.from({ length: 6 }, () => undefined);
  expect(changeOf(points(...usual, 400, ...week, 400), milliseconds)).toBeNull();
});

test('what is too small to matter is no change, however sure it is', () => {
  expect(changeOf(points(...usual, 260, 260), milliseconds)).toBeNull();
  expect(changeOf(points(...usual.map(() => 2), 8, 8), milliseconds)).toBeNull();
});

test('a change that is known lasts, with the same since, until the level comes back', () => {
  const known = nightAt(28);
  const risen = [...usual, 400, 420, 390, 410];

  expect(changeOf(points(...risen), { ...milliseconds, known })).toMatchObject({ since: known, from: 204 });
  expect(changeOf(points(...risen, 200, 200), { ...milliseconds, known })).toBeNull();
});

test('a change is what is usual once the month holds six nights from before it', () => {
  const known = nightAt(28);
  const after = (nights: number) => [...usual, ...Array.from({ length: nights }, () => 400)];

  expect(changeOf(points(...after(23)), { ...milliseconds, known })).not.toBeNull();
  expect(changeOf(points(...after(26)), { ...milliseconds, known })).toBeNull();
});
