import { expect, test } from '@playwright/test';
import {
  exchangeOf,
  invocationOf,
  snapshotOf,
  subscriptionOf,
  taken,
  triggerOf,
} from '../../health/testing/samples.ts';
import { joiner, keptOf, measureOf, nightAt } from '../testing/samples.ts';
import { measuresOf } from './measures-of.ts';
import { knownChange, trendFindings } from './trend-findings.ts';
import { trendsOf } from './trends-of.ts';

const series = (...values: readonly number[]) => ({
  name: 'invocations.failed-share' as const,
  subject: joiner,
  points: values.map((value, day) => ({ taken: nightAt(day), value, samples: 400 })),
});

const quiet = Array.from({ length: 28 }, (_, day) => 0.008 + (day % 3) / 400);

test('measures each subscription, the API and who listens', () => {
  const invocations = Array.from({ length: 20 }, (_, place) =>
    invocationOf(place < 5 ? { outcome: 'failed', reason: 'no answer' } : {}),
  );
  const snapshot = snapshotOf({
    triggers: [triggerOf()],
    subscriptions: [subscriptionOf(), subscriptionOf({ id: 's2' })],
    invocations,
    exchanges: [40, 80, 120, 900]
      .map((milliseconds) => exchangeOf({ milliseconds }))
      .concat(exchangeOf({ status: 429 })),
  });

  expect(measuresOf(snapshot).map(({ name, value, samples }) => [name, value, samples])).toEqual([
    ['invocations.failed-share', 0.25, 20],
    ['invocations.median-time', 1000, 15],
    ['api.refused-share', 0.2, 5],
    ['api.median-latency', 100, 4],
    ['trigger.subscriptions', 2, 1],
  ]);
});

test('counts what has ended since both outcomes are listed, and keeps no figure of four', () => {
  const invocations = [
    ...Array.from({ length: 4 }, () => invocationOf()),
    invocationOf({ outcome: 'open', completed: null }),
    invocationOf({ created: taken - 30 * 3_600_000, outcome: 'failed' }),
  ];

  expect(measuresOf(snapshotOf({ subscriptions: [subscriptionOf()], invocations, exchanges: [] }))).toEqual(
    [],
  );
});

test('tells a night beside the week and the month before it', () => {
  const [trend] = trendsOf(
    { taken: nightAt(28), measures: [measureOf({ value: 0.01 })], known: () => undefined },
    [series(...quiet)],
  );

  expect(trend).toMatchObject({ value: 0.01, week: { nights: 7 }, month: { nights: 28 }, change: null });
  expect(trend?.nights).toHaveLength(29);
});

test('what was never measured before has no trend', () => {
  expect(trendsOf({ taken: nightAt(1), measures: [measureOf()], known: () => undefined }, [])).toEqual([]);
});

test('a share that rose is a finding that began in its first night, and one that fell is none', () => {
  const risen = trendsOf(
    { taken: nightAt(29), measures: [measureOf({ value: 0.05 })], known: () => undefined },
    [series(...quiet, 0.06)],
  );
  const [finding] = trendFindings(risen);

  expect(finding).toMatchObject({
    id: 'trend.invocations.failed-share',
    subject: joiner,
    began: nightAt(28),
    what: expect.stringContaining('is 5.5 %, of 400 tonight, and was 1.1 % in the month before 2026-01-29'),
  });
  const fallen = trendsOf(
    { taken: nightAt(29), measures: [measureOf({ value: 0.01 })], known: () => undefined },
    [series(...quiet.map((value) => value * 20), 0.01)],
  );
  expect(fallen[0]?.change?.to).toBe('less');
  expect(trendFindings(fallen)).toEqual([]);
});

test('knows since when a series is worse from the finding that stands', () => {
  const kept = keptOf(nightAt(5), { id: 'trend.invocations.failed-share' });
  const known = knownChange(new Map([[kept.fingerprint, kept]]));

  expect(known('invocations.failed-share', joiner)).toBe(nightAt(5));
  expect(known('invocations.p95-time', joiner)).toBeUndefined();
});
