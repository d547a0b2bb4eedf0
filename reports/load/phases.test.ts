import { expect, test } from '@playwright/test';
import { latencyLines, measurePhase } from './latency-lines.ts';
import { summarise } from './phases.ts';
import { usualSlo } from './testing.ts';

const upTo = (count: number): Float64Array => Float64Array.from({ length: count }, (_, index) => index + 1);

const measured = (latencies: Float64Array) => ({
  accepted: measurePhase(latencies, usualSlo.latency.accepted),
});

test('eight samples have no p99, and say so (FC-063)', () => {
  const { count, p99, max, intervals, tooFew } = summarise(upTo(8));

  expect({ count, p99, max, interval: intervals.p99 }).toEqual({
    count: 8,
    p99: null,
    max: 8,
    interval: null,
  });
  expect(tooFew).toContain('p99: too few samples (8); 1000 are needed');
});

test('every quantile that is given has an interval around it (FC-064)', () => {
  const { intervals, tooFew, ...summary } = summarise(upTo(20_000));

  expect(tooFew).toEqual([]);
  for (const [name, value] of [
    ['p50', 10_000.5],
    ['p95', 19_000.05],
    ['p99', 19_800.01],
    ['p99.9', 19_980.001],
  ] as const) {
    expect(summary[name]).toBeCloseTo(value, 2);
    expect(intervals[name]?.low).toBeLessThanOrEqual(value);
    expect(intervals[name]?.high ?? Number.POSITIVE_INFINITY).toBeGreaterThanOrEqual(value);
  }
});

test('no samples are no numbers', () => {
  expect(summarise(new Float64Array())).toMatchObject({ count: 0, p50: null, p99: null, max: null });
});

test('of few samples a limit on p99 is judged by how many lie beyond it', () => {
  const calm = Float64Array.from({ length: 200 }, (_, index) => (index < 2 ? 1500 : 10));
  const slow = Float64Array.from({ length: 200 }, (_, index) => (index < 3 ? 1500 : 10));
  const p99 = (latencies: Float64Array) =>
    latencyLines(measured(latencies), usualSlo).find(({ measure }) => measure === 'accepted p99');

  expect(p99(calm)).toMatchObject({
    seen: null,
    ok: true,
    note: expect.stringContaining('too few samples (200)'),
  });
  expect(p99(slow)).toMatchObject({ seen: null, ok: false });
});

test('of many samples it is judged by the number', () => {
  expect(latencyLines(measured(upTo(1100)), usualSlo)).toMatchObject([
    { measure: 'accepted p95', ok: false },
    { measure: 'accepted p99', seen: expect.any(Number), ok: false },
  ]);
});
