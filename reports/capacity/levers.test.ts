import { expect, test } from '@playwright/test';
import type { CapacityInput } from './analyse.ts';
import { dailyDemand } from './demand.ts';
import { reportOf, stepsAt, usualSlo } from './testing/report-of.ts';

const random = { service: 'M', servers: 2, serviceMs: 10 } as const;
const rates = [60, 100, 140, 160, 170, 180, 190, 220];

/** Two workers of 10 ms each on average: 200 events/s at most. */
const levers = (input: Partial<CapacityInput> & Readonly<{ mode?: string; scenario?: string }> = {}) => {
  const { mode = 'SYNC', scenario = 'subscriber', ...more } = input;
  const steps = stepsAt(rates, random).map((step) => ({
    ...step,
    conditions: { ...step.conditions, mode, scenario },
  }));
  const report = reportOf({ steps, slo: { ...usualSlo, p99Ms: 150 }, ...more });

  return {
    report,
    named: Object.fromEntries(report.levers.map((lever) => [lever.lever, lever])),
  };
};

test('a subscriber twice as fast carries twice what twice the time would allow, with an interval', () => {
  const { named } = levers();
  const [longer, faster] = [named['twice the time, p99 0.3 s'], named['a subscriber twice as fast']];

  expect(faster?.capacity).toBeCloseTo(2 * (longer?.capacity ?? 0), 6);
  expect(faster?.gives).toMatch(/^capacity \d+\.\d\/s \(\d+\.\d to \d+\.\d\)$/);
});

test('what it says of a faster subscriber is what a faster subscriber does', () => {
  const told = levers().named['a subscriber twice as fast']?.capacity ?? 0;
  const fast = reportOf({
    steps: stepsAt([200, 240, 280, 320, 340, 360, 380, 440], { ...random, serviceMs: 5 }),
    slo: { ...usualSlo, p99Ms: 150 },
  });

  expect(Math.abs(told / (fast.capacity?.rate ?? 0) - 1)).toBeLessThan(0.08);
});

test('ASYNC in place of SYNC gives at most what it does when it is saturated', () => {
  const { named, report } = levers();
  const { capacity = 0, gives } = named['ASYNC in place of SYNC'] ?? {};

  expect(Math.abs(capacity / 200 - 1)).toBeLessThan(0.06);
  expect(capacity).toBeGreaterThan(report.capacity?.rate ?? Infinity);
  expect(gives).toContain('up to');
});

test('ASYNC is no lever of a subscriber that has it', () => {
  expect(Object.keys(levers({ mode: 'ASYNC' }).named).join()).not.toContain('ASYNC in place');
});

test('of a tenant that limits, nothing is promised by what is done to a subscriber', () => {
  const steps = stepsAt(rates, random).map((step) => ({ ...step, phases: { delivered: step.latenciesMs } }));
  const { named, report } = levers({ steps });

  expect(report.limit?.what).toBe('tenant');
  for (const lever of ['a faster subscriber', 'ASYNC in place of SYNC'])
    expect(named[lever]).toEqual({ lever, gives: 'nothing: the tenant is what limits' });
});

test('behind a tenant a faster subscriber gives up to so much', () => {
  expect(levers({ scenario: 'dispatch-latency' }).named['a subscriber twice as fast']?.gives).toMatch(
    /^capacity up to .*what the tenant takes gets no faster/,
  );
});

test('longer than a tenant waits is not to be had, but by a response deadline of its own', () => {
  const slo = { ...usualSlo, p99Ms: 6000 };
  const patient = (mode: string) =>
    reportOf({
      slo,
      steps: stepsAt([100, 150, 190, 210]).map((step) => ({
        ...step,
        conditions: { ...step.conditions, mode },
      })),
    }).levers.find(({ lever }) => lever.includes('twice the time'));

  expect(patient('SYNC')?.gives).toBe('not to be had: a tenant waits 10 s for an answer');
  expect(patient('ASYNC')).toMatchObject({
    lever: 'a responseDeadline that allows twice the time, p99 12 s',
    gives: 'nothing: it is saturated',
  });
});

test('a narrower filter is told by the share of events that it has to hold back, to be sure', () => {
  const { named, report } = levers({ demands: [dailyDemand(86_400 * 200, 1)] });
  const { low = 0 } = report.capacity ?? {};
  const share = Math.ceil((1 - low / 300) * 100);

  expect(named['a narrower filter']?.gives).toBe(
    `the required headroom where it holds back ${share} % of the events`,
  );
});

test('behind the quota only fewer calls and fewer events help', () => {
  const { report } = levers({
    api: { requestsPerSecond: 10, callsPerEvent: 2 },
    demands: [dailyDemand(864_000, 1)],
  });

  expect(report.levers.map(({ lever, gives }) => [lever, gives])).toEqual([
    ['half the API calls for each event', 'capacity 10.0/s (10.0 to 10.0)'],
    ['a narrower filter', 'the required headroom where it holds back 67 % of the events'],
  ]);
});

test('there is no lever where the capacity is not known', () => {
  expect(reportOf({ steps: stepsAt([100, 150]) }).levers).toEqual([]);
});
