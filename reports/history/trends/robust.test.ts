import { expect, test } from '@playwright/test';
import { gaussian, seededRandom } from '../../capacity/statistics/random.ts';
import { mean } from '../../capacity/statistics/sample.ts';
import { robustCentre, robustDeviation } from './robust.ts';

test('knows the centre and deviation of normal values, of few and of many', () => {
  const random = seededRandom(5);
  for (const size of [7, 8, 28]) {
    const samples = Array.from({ length: 2000 }, () =>
      Array.from({ length: size }, () => 10 + 2 * gaussian(random)),
    );

    expect(mean(samples.map(robustCentre))).toBeCloseTo(10, 1);
    expect(Math.abs(mean(samples.map(robustDeviation)) - 2)).toBeLessThan(0.12);
  }
});

test('a quarter of wild values moves neither far', () => {
  const tame = [9, 9.5, 10, 10, 10.5, 11, 9.8, 10.2, 10.1];
  const wild = [...tame, 1000, 2000, 3000];

  expect(Math.abs(robustCentre(wild) - 10)).toBeLessThan(1);
  expect(robustDeviation(wild)).toBeLessThan(2);
});

test('one value deviates from nothing', () => {
  expect(robustDeviation([5])).toBe(0);
});
