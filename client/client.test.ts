import { expect, test } from '@playwright/test';
import { TokenError } from './errors.ts';
import type { LiveExchange } from './exchange.ts';
import { json, serve, testClient, virtualClock } from './testing/tenant.ts';

test('sends an invalid body byte for byte (FC-047)', async () => {
  await using server = await serve((_, response) => json(response, 400, {}));
  const client = testClient(server);

  const exchange = await client.call('createSubscription', { version: 'beta', rawBody: '{"a":' });
  await client.call('createSubscription', { version: 'beta', rawBody: Uint8Array.of(0xff, 0x00, 0x7b) });

  expect(server.seen[1]?.body.toString('latin1')).toBe('{"a":');
  expect(server.seen[1]?.headers['content-type']).toBe('application/json');
  expect([...(server.seen[2]?.body ?? [])]).toEqual([0xff, 0x00, 0x7b]);
  expect(exchange.request.body).toBe('{"a":');
});

for (const tail of ['', '/', '/v2024', '/v2024/']) {
  test(`finds every version below the address with "${tail}" behind it (FC-048)`, async () => {
    await using server = await serve((_, response) => json(response, 200, []));
    const client = testClient({ url: server.url + tail });

    for (const version of ['beta', 'v2024', 'v2026', 'v1'] as const)
      await client.call('listTriggers', { version });
    await client.call('deleteSubscription', { version: 'v1', path: { id: 'a/b c' } });

    expect(server.seen.slice(1).map(({ url }) => url)).toEqual([
      '/beta/triggers',
      '/v2024/triggers',
      '/v2026/triggers',
      '/triggers/v1',
      '/trigger-subscriptions/v1/a%2Fb%20c',
    ]);
  });
}

test('tells who it is on every request, the one for the token included', async () => {
  await using server = await serve((_, response) => json(response, 200, []));
  const client = testClient(server);

  await client.call('listTriggers', { version: 'v2024', query: { filters: 'id eq "a b"', count: true } });

  expect(server.seen.map(({ headers }) => headers['user-agent'])).toEqual([
    expect.stringMatching(/^isc-triggers\/\d+\.\d+\.\d+\S* \(run 8f3c1d\)$/),
    expect.stringMatching(/^isc-triggers\/\d+\.\d+\.\d+\S* \(run 8f3c1d\)$/),
  ]);
  expect(server.seen[1]).toMatchObject({
    url: '/v2024/triggers?filters=id%20eq%20%22a%20b%22&count=true',
    headers: {
      accept: 'application/json',
      authorization: 'Bearer CANARY-TOKEN',
      'x-sailpoint-experimental': 'true',
    },
  });
  expect(server.seen[0]?.body.toString()).toBe(
    'grant_type=client_credentials&client_id=id-1&client_secret=CANARY-SECRET',
  );
});

test('sends no token as nobody, and a header of the caller in place of its own', async () => {
  await using server = await serve((_, response) => json(response, 401, {}));
  const client = testClient(server);

  await client.call('listTriggers', { version: 'beta', as: 'anonymous' });
  await client.call('listTriggers', {
    version: 'beta',
    headers: { authorization: 'Basic Zm9v', ACCEPT: '*/*' },
  });

  expect(server.seen[0]?.headers.authorization).toBeUndefined();
  expect(server.seen.at(-1)?.headers).toMatchObject({ authorization: 'Basic Zm9v', accept: '*/*' });
});

test('keeps secrets out of the exchange and has them in the live answer', async () => {
  const secret = 'CANARY-INVOCATION';
  await using server = await serve((_, response) =>
    json(response, 200, [{ id: 'i1', secret, note: `echo ${secret} CANARY-TOKEN` }], {
      'X-Echo': 'CANARY-TOKEN',
    }),
  );
  const seen: LiveExchange[] = [];
  const client = testClient(server, { onExchange: (exchange) => seen.push(exchange) });
  const body = { httpConfig: { basicAuthConfig: { userName: 'u', password: 'CANARY-PASSWORD' } } };

  const exchange = await client.call('createSubscription', { version: 'beta', body });

  expect(seen).toEqual([exchange]);
  expect(exchange.live.body).toEqual([{ id: 'i1', secret, note: `echo ${secret} CANARY-TOKEN` }]);
  expect(exchange.request.headers.Authorization).toBe('Bearer $ISC_TOKEN');
  expect(exchange.response.body).toEqual([
    { id: 'i1', secret: '[masked]', note: 'echo [masked] $ISC_TOKEN' },
  ]);
  for (const stored of [
    JSON.stringify(exchange),
    JSON.stringify({ ...exchange }),
    JSON.stringify(structuredClone(exchange)),
  ])
    expect(stored).not.toContain('CANARY');
});

test('asks for one token for many requests, and for another before it ends', async () => {
  await using server = await serve((_, response) => json(response, 200, []));
  const clock = virtualClock();
  const client = testClient(server, { clock });
  const tokenRequests = () => server.seen.filter(({ url }) => url === '/oauth/token').length;

  await Promise.all([1, 2, 3].map(() => client.call('listTriggers', { version: 'beta' })));
  expect(tokenRequests()).toBe(1);

  clock.advance(690_000);
  await client.call('listTriggers', { version: 'beta' });
  expect(tokenRequests()).toBe(2);
});

test('renews a token that the tenant calls expired once, and hands the second 401 back', async () => {
  await using server = await serve((_, response) => json(response, 401, { error: 'JWT is expired' }));
  const seen: number[] = [];
  const client = testClient(server, {
    expiredToken: 'CANARY-EXPIRED',
    onExchange: ({ response }) => seen.push(response.status),
  });

  const exchange = await client.call('listTriggers', { version: 'beta' });
  const expired = await client.call('listTriggers', { version: 'beta', as: 'expired' });

  expect(exchange.response.status).toBe(401);
  expect(seen).toEqual([401, 401, 401]);
  expect(expired.request.headers.Authorization).toBe('Bearer $ISC_EXPIRED_TOKEN');
});

test('says which client was refused, without its secret', async () => {
  await using server = await serve((_, response) => json(response, 401, { error: 'CANARY-SECRET' }), {
    tokens: false,
  });
  const client = testClient(server);

  const error = await client.call('listTriggers', { version: 'beta' }).catch((thrown) => thrown);

  expect(error).toBeInstanceOf(TokenError);
  expect(error).toMatchObject({
    status: 401,
    message: expect.stringMatching(/401 for the client of SAIL_CLIENT_ID/),
  });
  expect(String(error.stack)).not.toContain('CANARY');
});

test('says that a page of HTML is no token', async () => {
  await using server = await serve(
    (_, response) => response.setHeader('Content-Type', 'text/html').end('<html>'),
    {
      tokens: false,
    },
  );

  await expect(testClient(server).call('listTriggers', { version: 'beta' })).rejects.toThrow(
    /200 with text\/html instead of JSON. SAIL_BASE_URL must be/,
  );
});

test('finds a token endpoint elsewhere by /oauth/info', async () => {
  await using server = await serve(
    ({ url, headers }, response) => {
      if (url === '/oauth/info') json(response, 200, { tokenEndpoint: `http://${headers.host}/elsewhere` });
      else if (url === '/elsewhere') json(response, 200, { access_token: 'CANARY-TOKEN', expires_in: 10 });
      else json(response, url === '/oauth/token' ? 404 : 200, []);
    },
    { tokens: false },
  );

  const { response } = await testClient(server).call('listTriggers', { version: 'beta' });

  expect(response.status).toBe(200);
});

test('tells the scopes of a token', async () => {
  const claims = Buffer.from(JSON.stringify({ scope: ['sp:scopes:all'], org: 'o' })).toString('base64url');
  await using server = await serve((_, response) => json(response, 200, { access_token: `h.${claims}.s` }), {
    tokens: false,
  });

  await expect(testClient(server).authenticate('full')).resolves.toMatchObject({
    scopes: ['sp:scopes:all'],
    claims: { org: 'o' },
  });
});
