import { expect, test } from '@playwright/test';
import { quantileInterval } from '../statistics/quantile-interval.ts';
import { seededRandom } from '../statistics/random.ts';
import { sortedQuantile } from '../statistics/sample.ts';
import { studentQuantile } from '../statistics/student.ts';
import { claimCapacity, claimComparison } from './claims.ts';
import { knownQuantile } from './known-latency.ts';
import { fullRate, type Queue, simulateQueue } from './queue.ts';

for (const service of ['M', 'D'] as const) {
  for (const servers of [1, 4]) {
    test(`theory and simulation of M/${service}/${servers} agree`, () => {
      const queue: Queue = { service, servers, serviceMs: servers * 5 };
      const rate = 0.7 * fullRate(queue);
      const { latenciesMs } = simulateQueue(queue, { rate, seconds: 4000, random: seededRandom(3) });
      const sorted = latenciesMs.toSorted();

      for (const probability of [0.5, 0.95, 0.99]) {
        const ratio = sortedQuantile(sorted, probability) / knownQuantile(queue, rate, probability);
        expect(Math.abs(ratio - 1)).toBeLessThan(0.03);
      }
    });
  }
}

test('the interval of capacity holds the truth of simulated queues', () => {
  const { queues, covered, medianWidth } = claimCapacity(20);

  expect(covered).toBeGreaterThanOrEqual(queues - 4);
  expect(medianWidth).toBeLessThanOrEqual(0.18);
});

test('equal runs are not called different, and 10 % more are found', () => {
  expect(claimComparison(40, { factor: 1, effective: 1000 }).different).toBeLessThanOrEqual(2);
  expect(claimComparison(8, { factor: 1.1, effective: 5000 }).different).toBeGreaterThanOrEqual(6);
});

test('intervals of p95 hold although neighbours are alike', () => {
  const queue: Queue = { service: 'M', servers: 2, serviceMs: 10 };
  const random = seededRandom(9);
  const truth = knownQuantile(queue, 160, 0.95);
  const held = Array.from({ length: 60 }, () => {
    const { latenciesMs } = simulateQueue(queue, { rate: 160, seconds: 70, random });
    const seen = quantileInterval(latenciesMs.slice(1600), { probability: 0.95 });
    return seen.kind === 'known' && seen.low <= truth && truth <= seen.high;
  }).filter(Boolean);

  expect(held.length).toBeGreaterThanOrEqual(53);
});

test('eight samples are too few for p99', () => {
  expect(quantileInterval(new Float64Array(8).fill(5), { probability: 0.99 })).toEqual({
    kind: 'too-few',
    samples: 8,
    needed: 1000,
  });
});

test('what never came lies beyond the quantiles', () => {
  const values = Float64Array.from({ length: 2000 }, (_, place) => (place % 50 === 0 ? Infinity : 10));

  expect(quantileInterval(values, { probability: 0.99 })).toMatchObject({ value: Infinity });
  expect(quantileInterval(values, { probability: 0.95 })).toMatchObject({ value: 10 });
});

test("knows Student's distribution", () => {
  expect(studentQuantile(0.975, 10)).toBeCloseTo(2.228, 2);
  expect(studentQuantile(0.975, 1e6)).toBeCloseTo(1.96, 3);
});
