import { expect, test } from '@playwright/test';
import { boundOf, flakesOf, type Outcome } from './outcomes.ts';

const outcome = (change: Partial<Outcome> = {}): Outcome => ({
  run: 'r1',
  workers: 2,
  exitCode: 0,
  tests: 400,
  seconds: 10,
  ...change,
});

test('a gate that is red, or that judges less than the first, is a flake', () => {
  const red = outcome({ exitCode: 1 });
  const short = outcome({ tests: 399 });

  expect(flakesOf([outcome(), red, short, outcome()])).toEqual([red, short]);
});

test('no flake in 50 gates leaves 5.8 % possible, and one leaves 9.1 %', () => {
  expect(boundOf(0, 50)).toBeCloseTo(1 - 0.05 ** (1 / 50), 6);
  expect(boundOf(1, 50)).toBeCloseTo(0.0914, 3);
});
