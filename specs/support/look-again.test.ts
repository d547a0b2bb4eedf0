import { expect, test } from '@playwright/test';
import { lookAgain } from './look-again.ts';

test('looks until it holds', async () => {
  let looks = 0;

  expect(
    await lookAgain(
      async () => ++looks,
      (seen) => seen === 3,
    ),
  ).toBe(3);
});

test('what holds at once is looked at once', async () => {
  let looks = 0;
  await lookAgain(
    async () => ++looks,
    () => true,
  );

  expect(looks).toBe(1);
});

test('what never holds is given as it was seen last', async () => {
  let looks = 0;
  const seen = await lookAgain(
    async () => ++looks,
    () => false,
  );

  expect(seen).toBe(looks);
  expect(looks).toBeGreaterThan(2);
});
