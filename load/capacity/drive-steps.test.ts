import { expect, test } from '@playwright/test';
import { seededRandom } from '../../reports/capacity/statistics/random.ts';
import type { StepSamples } from '../../reports/capacity/steps/step.ts';
import { twoWorkers, usualSlo } from '../../reports/capacity/testing/report-of.ts';
import { simulatedStep } from '../../reports/capacity/testing/simulated-step.ts';
import { driveSteps } from './drive-steps.ts';

const stepAt = (rate: number): StepSamples =>
  simulatedStep(twoWorkers, { rate, random: seededRandom(Math.round(rate)), seconds: 10 });

const driven = async (
  input: Readonly<{
    before?: readonly StepSamples[];
    measure?: (rate: number) => StepSamples | undefined;
  }> = {},
) => {
  const asked: number[] = [];
  const told: string[] = [];
  const steps = await driveSteps({
    plan: { firstRate: 100, mostSteps: 10, mostRate: 500 },
    slo: usualSlo,
    before: input.before ?? [],
    measure: async (rate) => {
      asked.push(rate);
      return (input.measure ?? stepAt)(rate);
    },
    judged: ({ outcome }) => told.push(outcome),
  });

  return { asked, steps, told };
};

test('drives upwards until a step breaks, then round the capacity, and ends by itself', async () => {
  const { asked, steps, told } = await driven();

  expect(asked[0]).toBe(100);
  expect(Math.max(...asked)).toBeLessThan(300);
  expect(Math.min(...asked)).toBe(100);
  expect(told).toContain('over-capacity');
  expect(steps).toHaveLength(asked.length);
  expect(asked.length).toBeLessThanOrEqual(10);
});

test('goes on where an earlier run ended', async () => {
  const whole = await driven();
  const before = whole.steps.slice(0, 2);
  const { asked, told } = await driven({ before });

  expect(asked).toEqual(whole.asked.slice(2));
  expect(told).toHaveLength(whole.told.length);
});

test('keeps what it has when it is interrupted', async () => {
  let count = 0;
  const { steps } = await driven({ measure: (rate) => (++count > 2 ? undefined : stepAt(rate)) });

  expect(steps).toHaveLength(2);
});

test('drives no further once the generator fell behind', async () => {
  const { steps } = await driven({
    measure: (rate) => {
      const { certificate, ...step } = stepAt(rate);
      return certificate === undefined
        ? step
        : { ...step, certificate: { ...certificate, valid: false, reasons: ['lateness p99 90 ms'] } };
    },
  });

  expect(steps).toHaveLength(1);
});
