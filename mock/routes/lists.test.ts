import { expect, test } from '@playwright/test';
import { openTestTenant } from '../test-tenant.ts';

type Page = readonly Readonly<{ id: string; name: string; triggerId: string; type: string }>[];

const seeded = async () => {
  const tenant = await openTestTenant();
  for (const [name, triggerId, type] of [
    ['c', 'idn:identity-created', 'HTTP'],
    ['a', 'idn:source-created', 'INLINE'],
    ['b', 'idn:identity-created', 'SCRIPT'],
  ]) {
    await tenant.subscribe({ name, triggerId, type });
  }
  const names = async (query: string): Promise<string> => {
    const answer = await tenant.send('GET', `/beta/trigger-subscriptions?${query}`);

    return answer.status === 200
      ? (answer.body as Page).map(({ name }) => name).join('')
      : String(answer.status);
  };

  return { ...tenant, names };
};

const lists: readonly (readonly [query: string, names: string])[] = [
  ['', 'cab'],
  ['filters=&sorters=', 'cab'],
  ['filters=triggerId+eq+%22idn:identity-created%22', 'cb'],
  ['filters=triggerId%20eq%20%22idn:identity-created%22', 'cb'],
  ['filters=type le "INLINE"', 'ca'],
  ['filters=not type eq "HTTP"&sorters=-triggerId', 'ab'],
  ['sorters=triggerName', 'cba'],
  ['limit=0', ''],
  ['limit=1&offset=1', 'a'],
  ['offset=3', ''],
  ['filters=name eq "a"', '400'],
  ['filters=type ge "HTTP"', '400'],
  ['filters=type eq HTTP', '400'],
  ['filters=id eq "a"&filters=id eq "b"', '400'],
  ['sorters=name', '400'],
  ['limit=251', '400'],
  ['offset=-1', '400'],
  ['count=maybe', '400'],
];

for (const [query, expected] of lists) {
  test(`?${query} lists ${expected || 'nothing'}`, async () => {
    expect(await (await seeded()).names(query)).toBe(expected);
  });
}

test('count=true gives the total of what fits the filter, and nothing else does', async () => {
  const { send } = await seeded();
  const counted = await send(
    'GET',
    '/beta/trigger-subscriptions?count=true&limit=1&filters=type le "INLINE"',
  );
  const uncounted = await send('GET', '/beta/trigger-subscriptions?count=false&limit=1');

  expect(counted.headers['x-total-count']).toBe('2');
  expect(uncounted.headers).not.toHaveProperty('x-total-count');
});

test('the triggers are the documented 20, with schemas as texts and a sample', async () => {
  const { send } = await openTestTenant();

  const { body } = await send('GET', '/beta/triggers?sorters=id');
  const triggers = body as readonly Readonly<Record<string, unknown>>[];

  expect(triggers).toHaveLength(20);
  expect(triggers[0]).toMatchObject({ id: 'idn:access-request-dynamic-approver', type: 'REQUEST_RESPONSE' });
  for (const { inputSchema, exampleInput } of triggers) {
    expect(JSON.parse(String(inputSchema))).toEqual(expect.any(Object));
    expect(exampleInput).toEqual(expect.any(Object));
  }
});

for (const path of [
  '/beta/trigger-subscriptions',
  '/v2024/trigger-subscriptions',
  '/v2025/trigger-subscriptions',
  '/v2026/trigger-subscriptions',
  '/trigger-subscriptions/v1',
]) {
  test(`${path} shows the same records`, async () => {
    const { send } = await seeded();

    expect((await send('GET', path)).body).toHaveLength(3);
  });
}

test('an answer carries the headers of a real one', async () => {
  const { send } = await openTestTenant();

  const { headers } = await send('GET', '/beta/triggers?limit=0');

  expect(headers['slpt-request-id']).toMatch(/^[0-9a-f]{32}$/);
  expect(headers['content-type']).toBe('application/json;charset=UTF-8');
  expect(headers['cache-control']).toBe('no-cache, no-store, must-revalidate');
  expect(headers['access-control-expose-headers']).toContain('Retry-After');
});

test('an unknown path is answered 404 in the shape of a gateway', async () => {
  const { send } = await openTestTenant();

  const answer = await send('GET', '/beta/nothing');

  expect(answer).toMatchObject({ status: 404, body: { message: expect.any(String) } });
});
