import { expect, test } from '@playwright/test';
import { type OperationId, operationIds } from '../../contracts/operations.ts';
import { openTestTenant, type Sent, type TestTenant } from '../test-tenant.ts';

type Method = Parameters<TestTenant['send']>[0];

const requests: Readonly<Record<OperationId, readonly [Method, string, unknown?]>> = {
  listTriggers: ['GET', '/beta/triggers'],
  createSubscription: ['POST', '/beta/trigger-subscriptions', {}],
  listSubscriptions: ['GET', '/beta/trigger-subscriptions'],
  updateSubscription: ['PUT', '/beta/trigger-subscriptions/x', {}],
  patchSubscription: ['PATCH', '/beta/trigger-subscriptions/x', []],
  deleteSubscription: ['DELETE', '/beta/trigger-subscriptions/x'],
  testSubscriptionFilter: ['POST', '/beta/trigger-subscriptions/validate-filter', {}],
  startTestTriggerInvocation: ['POST', '/beta/trigger-invocations/test', {}],
  completeTriggerInvocation: ['POST', '/beta/trigger-invocations/x/complete', {}],
  listTriggerInvocationStatus: ['GET', '/beta/trigger-invocations/status'],
};
const reading: readonly OperationId[] = ['listTriggers', 'listSubscriptions', 'listTriggerInvocationStatus'];
const guarded = operationIds.filter((id) => id !== 'completeTriggerInvocation');

const statusOf = async (operation: OperationId, sent: Sent): Promise<number> => {
  const { send } = await openTestTenant();
  const [method, path, body] = requests[operation];

  return (await send(method, path, { ...sent, ...(body !== undefined && { body }) })).status;
};

for (const operation of guarded) {
  test(`${operation} is refused without a token, and without a scope`, async () => {
    expect(await statusOf(operation, { as: 'none' })).toBe(401);
    expect(await statusOf(operation, { as: 'noscope' })).toBe(403);
  });

  test(`${operation} is ${reading.includes(operation) ? 'open' : 'closed'} to a client that may only read`, async () => {
    const status = await statusOf(operation, { as: 'readonly' });

    expect(status).toBe(reading.includes(operation) ? 200 : 403);
  });
}

const bad: readonly (readonly [authorization: string, error: string])[] = [
  ['', 'JWT is required'],
  ['Bearer ', 'JWT is required'],
  ['Basic dTpw', 'JWT is required'],
  ['Bearer a.b.c', 'JWT validation failed: JWT is not valid'],
];

for (const [authorization, error] of bad) {
  test(`the authorization "${authorization}" is answered with "${error}"`, async () => {
    const { send } = await openTestTenant();

    const refused = await send('GET', '/beta/triggers', { headers: { authorization } });

    expect(refused.status).toBe(401);
    expect(refused.body).toEqual({ error });
  });
}

test('a token is good for 749 seconds by the clock', async () => {
  const { send, tenant, clock } = await openTestTenant();
  const { access_token, expires_in } = await tenant.tokens.issue(tenant.clients.full);
  const list = () => send('GET', '/beta/triggers', { headers: { authorization: `bearer ${access_token}` } });
  expect(expires_in).toBe(749);

  await clock.advance(748_999);
  expect((await list()).status).toBe(200);
  await clock.advance(1);
  expect((await list()).body).toEqual({ error: 'JWT validation failed: JWT is expired' });
});

test('a missing scope is answered with detailCode "403 Forbidden"', async () => {
  const { send } = await openTestTenant();

  expect((await send('GET', '/v1/triggers', { as: 'noscope' })).status).toBe(404);
  expect((await send('GET', '/triggers/v1', { as: 'noscope' })).body).toMatchObject({
    detailCode: '403 Forbidden',
  });
});
