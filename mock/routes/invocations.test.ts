import { expect, test } from '@playwright/test';
import { openTestTenant } from '../test-tenant.ts';

type Started = readonly Readonly<{ id: string; secret: string }>[];
type Statuses = readonly Readonly<Record<string, unknown>>[];

const event = { triggerId: 'idn:identity-created', contentJson: { n: 1 } };
const hour = 3_600_000;

const started = async (body: Readonly<Record<string, unknown>> = {}) => {
  const tenant = await openTestTenant();
  const [first, second] = [
    await tenant.subscribe({ name: 'first' }),
    await tenant.subscribe({ enabled: false }),
  ];
  await tenant.subscribe({ triggerId: 'idn:source-created' });
  const answer = await tenant.send('POST', '/beta/trigger-invocations/test', { body: { ...event, ...body } });
  const complete = (id: unknown, secret: unknown, more = {}) =>
    tenant.send('POST', `/beta/trigger-invocations/${id}/complete`, {
      as: 'none',
      body: { secret, output: {}, ...more },
    });
  const statuses = async (query = ''): Promise<Statuses> =>
    (await tenant.send('GET', `/beta/trigger-invocations/status${query}`)).body as Statuses;

  return { ...tenant, answer, invocations: answer.body as Started, first, second, complete, statuses };
};

test('a test starts one invocation for each subscription of the trigger, disabled ones included', async () => {
  const { answer, invocations } = await started();

  expect(answer.status).toBe(200);
  expect(invocations).toHaveLength(2);
  expect(invocations[0]).toEqual({
    id: expect.any(String),
    triggerId: event.triggerId,
    secret: expect.any(String),
    contentJson: { n: 1 },
  });
});

test('a test that names subscriptions starts those alone', async () => {
  const tenant = await started();
  const body = { ...event, subscriptionIds: [tenant.second.id] };

  expect((await tenant.send('POST', '/beta/trigger-invocations/test', { body })).body).toHaveLength(1);
});

test('a test of a trigger without subscribers is answered 204', async () => {
  const { answer } = await started({ triggerId: 'idn:source-deleted' });

  expect(answer).toMatchObject({ status: 204, text: '' });
});

for (const body of [
  { triggerId: null },
  { contentJson: 'x' },
  { triggerId: 'idn:nothing' },
  { subscriptionIds: 'x' },
]) {
  test(`a test with ${JSON.stringify(body)} is refused with 400`, async () => {
    expect((await started(body)).answer.status).toBe(400);
  });
}

test('an open invocation is listed without a completion, a completed one with its output', async () => {
  const { invocations, first, complete, statuses, clock } = await started();
  const query = `?filters=subscriptionId eq "${first.id}"`;
  expect(await statuses(query)).toEqual([
    expect.objectContaining({
      subscriptionName: 'first',
      type: 'TEST',
      created: '2026-01-01T00:00:00.000Z',
      completed: null,
    }),
  ]);

  await clock.advance(1500);
  const completed = await complete(invocations[0]?.id, invocations[0]?.secret, { output: { a: 1 } });

  expect(completed).toMatchObject({ status: 204, text: '' });
  expect(await statuses(query)).toEqual([
    expect.objectContaining({
      completed: '2026-01-01T00:00:01.500Z',
      completeInvocationInput: { localizedError: null, output: { a: 1 } },
    }),
  ]);
});

test('a wrong secret and an unknown invocation are refused, and the invocation stays open', async () => {
  const { invocations, complete, statuses } = await started();

  expect((await complete(invocations[0]?.id, invocations[1]?.secret)).status).toBe(400);
  expect((await complete('nobody', invocations[0]?.secret)).status).toBe(400);
  expect(await statuses()).toEqual([
    expect.objectContaining({ completed: null }),
    expect.objectContaining({ completed: null }),
  ]);
});

test('a second completion is answered 204 and changes nothing', async () => {
  const { invocations, complete, statuses } = await started();
  await complete(invocations[0]?.id, invocations[0]?.secret, { output: { a: 1 } });

  expect((await complete(invocations[0]?.id, invocations[0]?.secret, { output: { a: 2 } })).status).toBe(204);
  expect(JSON.stringify(await statuses())).not.toContain('"a":2');
});

test('an expired token does not hinder a completion', async () => {
  const { invocations, send, tenant } = await started();
  const { access_token } = await tenant.tokens.issue(tenant.clients.full, -60);

  const answer = await send('POST', `/beta/trigger-invocations/${invocations[0]?.id}/complete`, {
    body: { secret: invocations[0]?.secret, output: {} },
    headers: { authorization: `Bearer ${access_token}` },
  });

  expect(answer.status).toBe(204);
});

test('a successful invocation is listed for 24 hours, a failed one for 48, an open one as long as it is open', async () => {
  const { invocations, complete, statuses, clock } = await started();
  await complete(invocations[0]?.id, invocations[0]?.secret);
  await complete(invocations[1]?.id, invocations[1]?.secret, { error: 'declined' });

  await clock.advance(24 * hour - 1);
  expect(await statuses()).toHaveLength(2);
  await clock.advance(1);
  expect(await statuses()).toEqual([
    expect.objectContaining({
      completeInvocationInput: { localizedError: { locale: 'en-US', message: 'declined' }, output: {} },
    }),
  ]);
  await clock.advance(24 * hour);
  expect(await statuses()).toEqual([]);
});

test('validate-filter answers what the filter dialect says', async () => {
  const { send } = await openTestTenant();
  const validate = (body: unknown) => send('POST', '/beta/trigger-subscriptions/validate-filter', { body });

  expect((await validate({ filter: '$.a', input: { a: 1 } })).body).toEqual({
    isValid: true,
    isValidJSONPath: true,
    isPathExist: true,
  });
  expect((await validate({ filter: '$.a' })).status).toBe(400);
  expect((await validate({ input: {} })).status).toBe(400);
});
