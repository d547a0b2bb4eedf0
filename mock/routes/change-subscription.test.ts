import { expect, test } from '@playwright/test';
import { causeOf, draft, openTestTenant } from '../test-tenant.ts';

const path = '/beta/trigger-subscriptions';
const basic = {
  ...draft.httpConfig,
  httpAuthenticationType: 'BASIC_AUTH',
  basicAuthConfig: { userName: 'u', password: 'secret' },
};
const { triggerId: _trigger, ...replacement } = draft;

test('PUT replaces all of it: what is left out is gone or back at its default', async () => {
  const { send, subscribe } = await openTestTenant();
  const created = await subscribe({
    description: 'd',
    filter: '$.a',
    responseDeadline: 'PT2H',
    enabled: false,
  });

  const replaced = await send('PUT', `${path}/${created.id}`, { body: { ...replacement, name: 'new' } });

  expect(replaced.status).toBe(200);
  expect(replaced.body).toEqual({
    ...draft,
    id: created.id,
    name: 'new',
    triggerName: 'Identity Created',
    responseDeadline: 'PT1H',
    enabled: true,
    httpConfig: { ...draft.httpConfig, httpAuthenticationType: 'NO_AUTH' },
  });
  expect((await send('GET', path)).body).toEqual([replaced.body]);
});

test('PUT takes the id and the trigger that the subscription has', async () => {
  const { send, subscribe } = await openTestTenant();
  const created = await subscribe();

  expect((await send('PUT', `${path}/${created.id}`, { body: created })).status).toBe(200);
});

for (const [field, value] of [
  ['id', 'another'],
  ['triggerId', 'idn:source-created'],
] as const) {
  test(`PUT cannot change ${field}`, async () => {
    const { send, subscribe } = await openTestTenant();
    const created = await subscribe();

    const refused = await send('PUT', `${path}/${created.id}`, {
      body: { ...replacement, name: 'new', [field]: value },
    });

    expect(refused.status).toBe(400);
    expect(causeOf(refused)).toBe(`${field}: is immutable`);
    expect((await send('GET', path)).body).toEqual([created]);
  });
}

for (const change of [
  { type: 'FAX' },
  { httpConfig: undefined },
  { enabled: 1 },
  { responseDeadline: 'soon' },
]) {
  test(`PUT with ${JSON.stringify(change)} is refused and changes nothing`, async () => {
    const { send, subscribe } = await openTestTenant();
    const created = await subscribe();

    expect((await send('PUT', `${path}/${created.id}`, { body: { ...replacement, ...change } })).status).toBe(
      400,
    );
    expect((await send('GET', path)).body).toEqual([created]);
  });
}

test('an unknown id is answered 404 by PUT, PATCH and DELETE', async () => {
  const { send } = await openTestTenant();
  const unknown = `${path}/0f11f2a4-7c94-4bf3-a2bd-742580fe3bde`;

  const answers = await Promise.all([
    send('PUT', unknown, { body: replacement }),
    send('PATCH', unknown, { body: [] }),
    send('DELETE', unknown),
  ]);

  expect(answers.map(({ status }) => status)).toEqual([404, 404, 404]);
  expect(answers[0]?.body).toMatchObject({ detailCode: '404 Not found' });
});

test('an invalid body is answered 400 even where the id is unknown', async () => {
  const { send } = await openTestTenant();

  expect((await send('PUT', `${path}/nobody`, { body: { type: 'FAX' } })).status).toBe(400);
});

test('DELETE with a JSON media type and no body removes the subscription, once', async () => {
  const { send, subscribe } = await openTestTenant();
  const [{ id }, other] = [await subscribe(), await subscribe()];
  const headers = { 'content-type': 'application/json' };

  const deleted = await send('DELETE', `${path}/${id}`, { headers });

  expect(deleted).toMatchObject({ status: 204, text: '' });
  expect(deleted.headers).not.toHaveProperty('content-type');
  expect((await send('DELETE', `${path}/${id}`, { headers })).status).toBe(404);
  expect((await send('GET', path)).body).toEqual([other]);
});

test('a password and a bearer token are null in every answer, and kept for dispatch', async () => {
  const { send, subscribe, tenant } = await openTestTenant();
  const { id } = await subscribe({ httpConfig: basic });
  const bearer = {
    ...draft.httpConfig,
    httpAuthenticationType: 'BEARER_TOKEN',
    bearerTokenAuthConfig: { bearerToken: 'secret' },
  };

  const answers = [
    await send('GET', path),
    await send('PUT', `${path}/${id}`, { body: { ...replacement, httpConfig: bearer } }),
    await send('PATCH', `${path}/${id}`, { body: [{ op: 'replace', path: '/name', value: 'n' }] }),
    await send('GET', path),
  ];

  for (const { text } of answers) expect(text).not.toContain('"secret"');
  expect(answers[1]?.body).toMatchObject({ httpConfig: { bearerTokenAuthConfig: { bearerToken: null } } });
  expect(tenant.store.subscriptions.find(String(id))?.httpConfig).toEqual(bearer);
});

test('a null password that is put back keeps the stored one, and a new one takes its place', async () => {
  const { send, subscribe, tenant } = await openTestTenant();
  const created = await subscribe({ httpConfig: basic });
  const stored = () =>
    tenant.store.subscriptions.find(String(created.id))?.httpConfig?.basicAuthConfig?.password;

  await send('PUT', `${path}/${created.id}`, { body: created });
  expect(stored()).toBe('secret');
  const changed = { ...basic, basicAuthConfig: { userName: 'u', password: 'other' } };
  await send('PUT', `${path}/${created.id}`, { body: { ...created, httpConfig: changed } });
  expect(stored()).toBe('other');
});
