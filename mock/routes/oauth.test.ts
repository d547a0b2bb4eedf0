import { expect, test } from '@playwright/test';
import { decodeJwt } from 'jose';
import { openTestTenant } from '../test-tenant.ts';

const path = '/oauth/token';

const parametersOf = async (changes: Readonly<Record<string, string>> = {}) => {
  const { tenant, send } = await openTestTenant();
  const { clientId, clientSecret } = tenant.clients.full;

  return {
    send,
    tenant,
    parameters: {
      grant_type: 'client_credentials',
      client_id: clientId,
      client_secret: clientSecret,
      ...changes,
    },
  };
};

const multipart = (parameters: Readonly<Record<string, string>>, boundary: string): string =>
  [
    ...Object.entries(parameters).map(
      ([name, value]) =>
        `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
    ),
    `--${boundary}--\r\n`,
  ].join('');

const form = { 'content-type': 'application/x-www-form-urlencoded' };

test('a URL-encoded form gets a token that works', async () => {
  const { send, parameters } = await parametersOf();

  const issued = await send('POST', path, {
    as: 'none',
    headers: form,
    body: String(new URLSearchParams(parameters)),
  });

  expect(issued.status).toBe(200);
  expect(issued.body).toMatchObject({ token_type: 'bearer', expires_in: 749, scope: 'sp:scopes:all' });
  const { access_token } = issued.body as Readonly<{ access_token: string }>;
  expect(
    (await send('GET', '/beta/triggers', { headers: { authorization: `Bearer ${access_token}` } })).status,
  ).toBe(200);
});

test('a multipart body gets a token', async () => {
  const { send, parameters } = await parametersOf();
  const boundary = '--------------------------81bb647183b9d7d576251174';

  const issued = await send('POST', path, {
    as: 'none',
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
    body: multipart(parameters, boundary),
  });

  expect(issued.status).toBe(200);
});

test('a query string gets a token', async () => {
  const { send, parameters } = await parametersOf();

  expect((await send('POST', `${path}?${new URLSearchParams(parameters)}`, { as: 'none' })).status).toBe(200);
});

test('the token is a JWT with the documented claims', async () => {
  const { tenant } = await parametersOf();

  const claims = decodeJwt((await tenant.tokens.issue(tenant.clients.readonly)).access_token);

  expect(Object.keys(claims)).toEqual(
    expect.arrayContaining([
      'tenant_id',
      'org',
      'pod',
      'identity_id',
      'user_name',
      'authorities',
      'client_id',
      'jti',
    ]),
  );
  expect(claims.scope).toEqual([
    'sp:trigger-service-subscriptions:read',
    'sp:trigger-service-invocation-status:read',
  ]);
  expect(claims.exp).toBe(Date.UTC(2026, 0, 1) / 1000 + 749);
});

const wrong: readonly (readonly [why: string, changes: Record<string, string>, status: number])[] = [
  ['a wrong secret', { client_secret: 'wrong' }, 401],
  ['an unknown client', { client_id: 'nobody' }, 401],
  ['another grant type', { grant_type: 'password' }, 400],
  ['no grant type', { grant_type: '' }, 400],
];

for (const [why, changes, status] of wrong) {
  test(`${why} gets ${status} and no token`, async () => {
    const { send, parameters } = await parametersOf(changes);

    const refused = await send('POST', path, {
      as: 'none',
      headers: form,
      body: String(new URLSearchParams(parameters)),
    });

    expect(refused.status).toBe(status);
    expect(refused.body).not.toHaveProperty('access_token');
  });
}

test('a body that is no form is refused', async () => {
  const { send } = await parametersOf();

  expect((await send('POST', path, { as: 'none', body: '{' })).status).toBe(400);
});

test('the info names the token endpoint of this very server', async () => {
  const { send } = await parametersOf();

  const info = await send('GET', '/oauth/info', { as: 'none', headers: { host: '127.0.0.1:4711' } });

  expect(info.body).toMatchObject({ tokenEndpoint: 'http://127.0.0.1:4711/oauth/token' });
});
