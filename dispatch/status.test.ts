import { expect, test } from '@playwright/test';
import { failure } from './failure.ts';
import { isKept } from './retention.ts';
import { type InvocationFacts, toInvocationStatus } from './status.ts';

const hour = 3_600_000;

const open: InvocationFacts = {
  id: 'i',
  triggerId: 't',
  subscriptionId: 's',
  subscriptionName: 'n',
  type: 'TEST',
  input: { a: 1 },
  contentJson: { b: 2 },
  created: Date.UTC(2026, 0, 1),
};

test('an invocation in flight has no completion', () => {
  expect(toInvocationStatus(open)).toEqual({
    id: 'i',
    triggerId: 't',
    subscriptionId: 's',
    subscriptionName: 'n',
    type: 'TEST',
    created: '2026-01-01T00:00:00.000Z',
    completed: null,
    startInvocationInput: { triggerId: 't', input: { a: 1 }, contentJson: { b: 2 } },
  });
});

test('a completed invocation shows when, and its output', () => {
  expect(toInvocationStatus({ ...open, completed: open.created + 1500, output: { c: 3 } })).toMatchObject({
    completed: '2026-01-01T00:00:01.500Z',
    completeInvocationInput: { localizedError: null, output: { c: 3 } },
  });
});

test('a delivered FIRE_AND_FORGET event shows neither output nor error', () => {
  expect(
    JSON.stringify(toInvocationStatus({ ...open, completed: open.created }).completeInvocationInput),
  ).toBe('{"localizedError":null,"output":null}');
});

test('a failed invocation shows why', () => {
  const localizedError = failure.expired('PT1H');

  expect(toInvocationStatus({ ...open, completed: open.created, localizedError })).toMatchObject({
    completeInvocationInput: { localizedError, output: null },
  });
});

test('no secret of an invocation is shown', () => {
  expect(JSON.stringify(toInvocationStatus({ ...open, ...{ secret: 'hidden' } }))).not.toContain('hidden');
});

test('a success is kept for 24 hours, a failure for 48, what is open as long as it is open', () => {
  const success = { completed: 0, localizedError: null };
  const failed = { completed: 0, localizedError: failure.late() };

  expect([isKept(success, 24 * hour - 1), isKept(success, 24 * hour)]).toEqual([true, false]);
  expect([isKept(failed, 48 * hour - 1), isKept(failed, 48 * hour)]).toEqual([true, false]);
  expect(isKept({}, 1000 * hour)).toBe(true);
});
