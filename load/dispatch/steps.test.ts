import { expect, test } from '@playwright/test';
import { burstOf } from '../workloads/burst.ts';
import { workloads } from '../workloads/index.ts';
import { legsOf } from './legs.ts';
import { eventsOf, ratedSteps, secondsOf } from './steps.ts';
import { usersFor } from './users.ts';

test('three modes of two REQUEST_RESPONSE triggers take two parts, and events of FIRE_AND_FORGET go on in both', () => {
  const legs = legsOf(['FIRE_AND_FORGET', 'SYNC', 'ASYNC', 'DYNAMIC']);

  expect(legs.map((leg) => leg.map(({ mode }) => mode))).toEqual([
    ['FIRE_AND_FORGET', 'SYNC', 'ASYNC'],
    ['FIRE_AND_FORGET', 'DYNAMIC'],
  ]);
  for (const leg of legs) expect(new Set(leg.map(({ triggerId }) => triggerId)).size).toBe(leg.length);
});

test('a trigger that is named has one mode at a time', () => {
  expect(legsOf(['SYNC', 'ASYNC'], { triggerId: 'idn:access-request-pre-approval' })).toEqual([
    [{ mode: 'SYNC', triggerId: 'idn:access-request-pre-approval' }],
    [{ mode: 'ASYNC', triggerId: 'idn:access-request-pre-approval' }],
  ]);
});

test('a place that others hold is left to them', () => {
  const [free] = ['idn:access-request-dynamic-approver'];

  expect(legsOf(['FIRE_AND_FORGET', 'SYNC', 'DYNAMIC'], { free: [free] })).toMatchObject([
    [{ mode: 'FIRE_AND_FORGET' }, { mode: 'SYNC', triggerId: free }],
    [{ mode: 'FIRE_AND_FORGET' }, { mode: 'DYNAMIC', triggerId: free }],
  ]);
  expect(legsOf(['FIRE_AND_FORGET', 'SYNC'], { free: [] })).toMatchObject([[{ mode: 'FIRE_AND_FORGET' }]]);
});

test('parts share the measured time of a workload, and each warms up', () => {
  const steps = ratedSteps(workloads.smoke.steps, 20, 2);

  expect(steps).toEqual([
    { from: 20, to: 20, seconds: 2, warmup: true },
    { from: 20, to: 20, seconds: 5, warmup: false },
  ]);
  expect(steps.map(eventsOf)).toEqual([40, 100]);
  expect(secondsOf(steps)).toBe(7);
});

test('rates that k6 cannot keep are rounded to whole events in a minute', () => {
  expect(ratedSteps([{ share: 1, seconds: 60 }], 0.024, 1)).toMatchObject([{ to: 1 / 60 }]);
  expect(ratedSteps([{ share: 1, seconds: 60 }], 1.239, 1)).toMatchObject([{ to: 74 / 60 }]);
});

test('a ramp has the events below its slope', () => {
  expect(eventsOf({ from: 10, to: 30, seconds: 10, warmup: false })).toBe(200);
});

test('virtual users cover rate x deadline, up to what a machine carries', () => {
  const at = (rate: number) => usersFor([{ from: rate, to: rate, seconds: 10, warmup: false }], 10_000);

  expect(at(20)).toEqual({ ready: 200, most: 200, enough: 200 });
  expect(at(1000)).toEqual({ ready: 2000, most: 5000, enough: 10_000 });
});

test('a burst keeps its rate and is held for a minute at most', () => {
  const { rate, steps, purpose } = burstOf('50000/10m');

  expect(rate).toBeCloseTo(83.333, 3);
  expect(steps).toEqual([
    { share: 0.1, seconds: 5, warmup: true },
    { share: 1, seconds: 60 },
  ]);
  expect(purpose).toContain('its first 60 s');
  expect(() => burstOf('fast')).toThrow('write it as events in a time, 50000/10m');
});
