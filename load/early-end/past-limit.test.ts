import { expect, test } from '@playwright/test';
import { createPastLimit, type EndedEvent } from './past-limit.ts';

const open = () => createPastLimit({ limitMs: 1000, warmup: new Set([0]) });

/** Events that end ten a second. */
const ended = (
  from: number,
  seconds: number,
  { latency = 50, accepted = true, step = 1 } = {},
): readonly EndedEvent[] =>
  Array.from({ length: seconds * 10 }, (_, n) => {
    const end = from * 1000 + n * 100;

    return { step, start: end - latency, end, accepted };
  });

test('a target within its limit is not past it, however long', () => {
  const isPast = open();

  expect([isPast(ended(0, 30)), isPast(ended(30, 30, { latency: 1000 }))]).toEqual([false, false]);
});

test('once half of the events of 10 s are beyond the limit it is', () => {
  const isPast = open();
  isPast(ended(0, 20));

  expect(isPast(ended(20, 5, { latency: 1001 }))).toBe(false);
  expect(isPast(ended(25, 1, { latency: 1001 }))).toBe(true);
});

test('events that were refused or not answered are beyond every limit', () => {
  const isPast = open();
  isPast(ended(0, 20));

  expect(isPast(ended(20, 6, { accepted: false }))).toBe(true);
});

test('the first 10 s say nothing, nor does the warm-up', () => {
  const isPast = open();

  expect(isPast(ended(0, 30, { step: 0, latency: 5000 }))).toBe(false);
  expect(isPast(ended(30, 10, { latency: 5000 }))).toBe(false);
  expect(isPast(ended(40, 1, { latency: 5000 }))).toBe(true);
});

test('nothing ended is nothing past', () => {
  expect(open()([])).toBe(false);
});
