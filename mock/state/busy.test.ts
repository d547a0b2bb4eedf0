import { expect, test } from '@playwright/test';
import { causeOf, draft, openTestTenant } from '../test-tenant.ts';

type Records = readonly Readonly<Record<string, unknown>>[];

const listed = async (path: string): Promise<Records> => {
  const { send } = await openTestTenant({ state: 'busy' });

  return (await send('GET', path)).body as Records;
};

test('a busy tenant holds other people subscriptions of several types, without their secrets', async () => {
  const subscriptions = await listed('/beta/trigger-subscriptions');
  const types = new Set(subscriptions.map(({ type }) => type));

  expect([...types].toSorted()).toEqual(['EVENTBRIDGE', 'HTTP', 'WORKFLOW']);
  expect(subscriptions.filter(({ description }) => description === null)).not.toHaveLength(0);
  expect(JSON.stringify(subscriptions)).not.toContain('not to be seen');
});

test('a busy tenant offers a trigger beyond the catalogue', async () => {
  expect((await listed('/beta/triggers')).map(({ id }) => id)).toContain('idn:machine-identity-created');
});

test('a busy tenant has one full trigger and one free slot of the two', async () => {
  const { send } = await openTestTenant({ state: 'busy' });
  const create = (triggerId: string) =>
    send('POST', '/beta/trigger-subscriptions', { body: { ...draft, triggerId } });

  expect(causeOf(await create('idn:account-aggregation-completed'))).toContain('50 is its limit');
  expect((await create('idn:access-request-dynamic-approver')).status).toBe(400);
  expect((await create('idn:access-request-pre-approval')).status).toBe(201);
});

test('a busy tenant lists successful and failed invocations', async () => {
  const statuses = await listed('/beta/trigger-invocations/status');
  const failed = statuses.filter((status) => JSON.stringify(status).includes('"localizedError":{'));

  expect(failed.length).toBeGreaterThan(0);
  expect(failed.length).toBeLessThan(statuses.length);
});
