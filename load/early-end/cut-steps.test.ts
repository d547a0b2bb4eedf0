import { expect, test } from '@playwright/test';
import { eventsOf } from '../dispatch/steps.ts';
import { cutSteps } from './cut-steps.ts';

const warmup = { from: 10, to: 10, seconds: 2, warmup: true };
const even = { from: 50, to: 50, seconds: 60, warmup: false };
const rising = { from: 25, to: 500, seconds: 180, warmup: false };

const numbered = (step: number, count: number) => Array.from({ length: count }, (_, n) => ({ step, n }));

test('a step ends with the last event before the first that has no line', () => {
  const events = [...numbered(0, 20), ...numbered(1, 900).filter(({ n }) => n < 700 || n > 720)];

  const { steps, isBefore } = cutSteps(events, [warmup, even, rising]);

  expect(steps).toEqual([warmup, { ...even, seconds: 14 }]);
  expect(events.filter(isBefore)).toHaveLength(720);
});

for (const [name, step] of [
  ['an even', even],
  ['a rising', rising],
  ['a falling', { ...rising, from: 500, to: 25 }],
] as const)
  test(`${name} step that is cut starts as many events as are kept`, () => {
    for (const count of [1, 7, 100, 1234, 2999]) {
      const [cut] = cutSteps(numbered(0, count), [step]).steps;

      expect(cut && eventsOf(cut)).toBe(count);
    }
  });

test('a step that is cut rises as fast as before', () => {
  const [cut] = cutSteps(numbered(0, 5000), [rising]).steps;

  expect(cut && (cut.to - cut.from) / cut.seconds).toBeCloseTo(475 / 180, 9);
});

test('of a step without a first event nothing is left', () => {
  const { steps, isBefore } = cutSteps([...numbered(0, 20), { step: 1, n: 3 }], [warmup, even]);

  expect(steps).toEqual([warmup]);
  expect(isBefore({ step: 1, n: 3 })).toBe(false);
});
