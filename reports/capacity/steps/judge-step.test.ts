import { expect, test } from '@playwright/test';
import { seededRandom } from '../statistics/random.ts';
import type { Queue } from '../testing/queue.ts';
import { stepsAt, twoWorkers, usualSlo } from '../testing/report-of.ts';
import { simulatedStep } from '../testing/simulated-step.ts';
import { judgeStep } from './judge-step.ts';
import type { StepSamples } from './step.ts';

const queue: Queue = { service: 'M', servers: 2, serviceMs: 10 };
const step = simulatedStep(queue, { rate: 140, random: seededRandom(5) });
const judged = (more: Partial<StepSamples> = {}) => judgeStep({ ...step, ...more }, usualSlo);

/** Latencies that are `factor` times as long from one share of the judged time to another. */
const longer = (factor: number, from: number, to: number): Float64Array => {
  const at = (share: number): number => step.fromMs + share * (step.untilMs - step.fromMs);

  return step.latenciesMs.map((ms, place) => {
    const start = step.startsMs[place] ?? 0;
    return start >= at(from) && start < at(to) ? ms * factor : ms;
  });
};

test('keeps what is within the limits, with a valid certificate', () => {
  expect(judged()).toMatchObject({ outcome: 'kept', reasons: [], settled: true });
});

test('leaves the warm-up out', () => {
  const warmedUp = judged({
    latenciesMs: step.latenciesMs.map((ms, place) =>
      (step.startsMs[place] ?? 0) < step.fromMs ? 60_000 : ms,
    ),
  });

  expect(warmedUp.p99).toEqual(judged().p99);
  expect(warmedUp.samples).toBeLessThan(step.startsMs.length);
});

test('does not judge a step in which the target still warmed up, and says so', () => {
  expect(judged({ latenciesMs: longer(20, 0, 0.4) })).toMatchObject({
    outcome: 'not-judged',
    settled: false,
    reasons: ['latencies were still falling: the target had not warmed up'],
  });
});

test('takes a rise for no warm-up', () => {
  expect(judged({ latenciesMs: longer(20, 0.6, 1) })).toMatchObject({ settled: true });
});

test('gives no p99 of fewer than 1,000 samples', () => {
  const untilMs = step.startsMs[step.startsMs.findIndex((start) => start >= step.fromMs) + 999] ?? 0;

  expect(judged({ untilMs })).toMatchObject({
    outcome: 'not-judged',
    p99: { kind: 'too-few', samples: 999, needed: 1000 },
    reasons: ['too few samples (999) for p99: it needs 1000'],
  });
});

test('breaks with what is above the limit, and with what missed its deadline', () => {
  expect(judgeStep(step, { ...usualSlo, p99Ms: 20 }).reasons.join()).toMatch(
    /^p99 0\.\d+ s is above 0\.0200 s$/,
  );
  expect(judged({ missed: new Uint8Array(step.startsMs.length).fill(1) })).toMatchObject({
    outcome: 'broken',
    missed: { share: 1 },
    reasons: ['100.00 % missed, 0.10 % allowed'],
  });
});

test('takes refusals for over capacity', () => {
  const { outcome, reasons } = judged({ refused: { quota: 0, other: 900 } });

  expect(outcome).toBe('over-capacity');
  expect(reasons.join()).toMatch(/^900 of \d+ events were refused at/);
});

test("audits each step by Little's law: what was under way is rate x time", () => {
  const { little } = judged();

  expect(little.holds).toBe(true);
  expect(little.underWay / little.expected).toBeCloseTo(1, 1);
  expect(little.expected).toBeCloseTo(140 * 0.0196, 0);
});

test('sees in the audit that a saturated step never came to rest', () => {
  const [saturated] = stepsAt([230], twoWorkers);
  if (saturated === undefined) throw new Error('no step');
  const { little, outcome } = judgeStep(saturated, usualSlo);

  expect([little.holds, outcome]).toEqual([false, 'over-capacity']);
});
