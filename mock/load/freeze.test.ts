import { expect, test } from '@playwright/test';
import { createFreeze } from './freeze.ts';

const freeze = () => {
  const doneAt = createFreeze({ start: 1000, duration: 600 });
  doneAt(5000, 0);

  return doneAt;
};

test('before a freeze and behind it everything takes its own time', () => {
  expect(freeze()(5100, 50)).toBe(5150);
  expect(freeze()(6600, 50)).toBe(6650);
});

test('what comes during a freeze begins at its end', () => {
  expect(freeze()(6000, 0)).toBe(6600);
  expect(freeze()(6599, 50)).toBe(6650);
});

test('what is under way when a freeze begins has its rest behind it', () => {
  expect(freeze()(5980, 50)).toBe(6630);
  expect(freeze()(5950, 50)).toBe(6600);
  expect(freeze()(5949, 50)).toBe(5999);
});

test('a freeze from the start holds the first request', () => {
  expect(createFreeze({ start: 0, duration: 600 })(5000, 0)).toBe(5600);
});

test('without a freeze nothing waits', () => {
  expect(createFreeze(undefined)(5000, 50)).toBe(5050);
});
