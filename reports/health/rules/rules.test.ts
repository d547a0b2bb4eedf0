import { expect, test } from '@playwright/test';
import type { Snapshot } from '../snapshot.ts';
import {
  exchangeOf,
  httpOf,
  invocationOf,
  snapshotOf,
  subscriptionOf,
  taken,
  triggerOf,
} from '../testing/samples.ts';
import { apiFindingsOf, findingsOf, usualThresholds } from './index.ts';

const hour = 3_600_000;
const deciding = 'idn:access-request-pre-approval';

const found = (parts: Partial<Snapshot>, thresholds = usualThresholds) =>
  findingsOf(snapshotOf(parts), thresholds).map(
    ({ id, severity, subject }) => `${severity} ${id} ${subject.id}`,
  );

const many = (count: number, parts: Parameters<typeof invocationOf>[0]) =>
  Array.from({ length: count }, () => invocationOf(parts));

test('a tenant on which all is well has no findings', () => {
  expect(
    found({ triggers: [triggerOf()], subscriptions: [subscriptionOf()], invocations: many(50, {}) }),
  ).toEqual([]);
});

test('a deprecated trigger is a warning where somebody listens to it, and a remark where nobody does', () => {
  const id = 'idn:source-account-created';
  const named = triggerOf({ id: 'idn:other', name: 'Other (Deprecated)' });

  expect(
    found({ triggers: [triggerOf({ id })], subscriptions: [subscriptionOf({ triggerId: id })] }),
  ).toEqual([`warning trigger.deprecated ${id}`]);
  expect(found({ triggers: [named] })).toEqual(['info trigger.deprecated idn:other']);
});

test('failures of a switched-off subscription are of test events only, so no error', () => {
  const subscriptions = [subscriptionOf({ enabled: false })];
  const invocations = many(3, { outcome: 'failed', type: 'TEST', reason: 'no answer' });

  expect(found({ subscriptions, invocations })).toEqual([
    'warning invocations.failing s1',
    'info subscription.disabled s1',
  ]);
});

test('a failure whose share is below the threshold is a warning, and the threshold is settable', () => {
  const subscriptions = [subscriptionOf()];
  const invocations = [...many(99, {}), invocationOf({ outcome: 'failed', reason: 'no answer' })];

  expect(found({ subscriptions, invocations })).toEqual(['warning invocations.failing s1']);
  expect(found({ subscriptions, invocations }, { ...usualThresholds, failingShare: 0.01 })).toEqual([
    'error invocations.failing s1',
  ]);
});

test('a SYNC subscriber of a trigger that decides has 10 s, whatever its response deadline says', () => {
  const subscriptions = [subscriptionOf({ triggerId: deciding })];
  const created = taken - hour;

  expect(found({ subscriptions, invocations: many(30, { created, completed: created + 9000 }) })).toEqual([
    'warning invocations.near-deadline s1',
  ]);
  expect(found({ subscriptions, invocations: many(30, { created, completed: created + 5000 }) })).toEqual([]);
  expect(
    found(
      { subscriptions, invocations: many(30, { created, completed: created + 5000 }) },
      { ...usualThresholds, deadlineShare: 0.5 },
    ),
  ).toEqual(['warning invocations.near-deadline s1']);
});

test('one slow invocation of thirty is not their p95, and of eight the slowest is told as such', () => {
  const subscriptions = [subscriptionOf({ http: httpOf({ dispatchMode: 'ASYNC' }) })];
  const slow = invocationOf({ completed: taken - hour + 0.99 * hour });
  const told = findingsOf(
    snapshotOf({ subscriptions, invocations: [...many(7, {}), slow] }),
    usualThresholds,
  );

  expect(found({ subscriptions, invocations: [...many(29, {}), slow] })).toEqual([]);
  expect(told[0]?.what).toMatch(/^The slowest of 8 invocations took 59 min, 99 % of/);
});

test('an invocation in flight within its deadline, or without one that can be counted, is not overdue', () => {
  const open = invocationOf({ outcome: 'open', completed: null, created: taken - 2 * hour });

  expect(found({ subscriptions: [subscriptionOf()], invocations: [open] })).toEqual([
    'warning invocations.overdue s1',
  ]);
  expect(
    found({ subscriptions: [subscriptionOf({ responseDeadline: 'PT24H' })], invocations: [open] }),
  ).toEqual([]);
  expect(
    found({ subscriptions: [subscriptionOf({ responseDeadline: 'P1M' })], invocations: [open] }),
  ).toEqual([]);
});

test('what an ASYNC subscriber acknowledged and never completed is told apart from what it did not answer', () => {
  const open = invocationOf({ outcome: 'open', completed: null, created: taken - 2 * hour });
  const advice = (dispatchMode: string) =>
    findingsOf(
      snapshotOf({
        subscriptions: [subscriptionOf({ http: httpOf({ dispatchMode }) })],
        invocations: [open],
      }),
      usualThresholds,
    )[0]?.advice;

  expect(advice('ASYNC')).toContain('acknowledged and never completed');
  expect(advice('SYNC')).not.toContain('acknowledged');
});

test('a broken promise is an error with its clause, and what only should be so is a remark', () => {
  const violation = { clause: 'exchange.body', expected: 'the body', seen: 'other' } as const;
  const exchanges = (level: 'must' | 'should') => [exchangeOf({ violations: [{ ...violation, level }] })];

  expect(found({ exchanges: exchanges('must') })).toEqual(['error api.contract listTriggers']);
  expect(found({ exchanges: exchanges('should') })).toEqual(['info api.contract listTriggers']);
  expect(findingsOf(snapshotOf({ exchanges: exchanges('must') }), usualThresholds)[0]?.what).toBe(
    'exchange.body (must): expected the body, seen other',
  );
});

test('the API is slow by its p95 where there are 20 answers, and by their median where there are fewer', () => {
  const slow = exchangeOf({ milliseconds: 5000 });
  const usual = exchangeOf();

  expect(found({ exchanges: [...Array<typeof usual>(18).fill(usual), slow, slow] })).toEqual([
    'warning api.latency api',
  ]);
  expect(found({ exchanges: [usual, usual, slow] })).toEqual([]);
  expect(found({ exchanges: [slow, slow, usual] })).toEqual(['warning api.latency api']);
});

test('where the lists were not read to their end, only the API is judged', () => {
  const snapshot = snapshotOf({
    subscriptions: [subscriptionOf({ enabled: false })],
    exchanges: [exchangeOf({ status: 0 })],
  });

  expect(apiFindingsOf(snapshot, usualThresholds).map(({ id }) => id)).toEqual(['api.availability']);
});

test('a filter with a quote in it gives a command that can be pasted', () => {
  const [finding] = findingsOf(
    snapshotOf({
      subscriptions: [
        subscriptionOf({ filter: "$[?(@['changes'])]", triggerId: 'idn:identity-attributes-changed' }),
      ],
    }),
    usualThresholds,
  );

  expect(finding?.advice).toBe(
    `npx isc-triggers filter explain '$[?(@['\\''changes'\\''])]' --trigger idn:identity-attributes-changed`,
  );
});
