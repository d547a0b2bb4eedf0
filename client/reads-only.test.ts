import { expect, test } from '@playwright/test';
import { operationIds, operations } from '../contracts/operations.ts';
import { GuardError } from './errors.ts';
import { json, serve, testClient } from './testing/tenant.ts';

const path = { id: 'any' };

test('a client that only reads sends GET and the token request, though its guard is open', async () => {
  await using server = await serve((_, response) => json(response, 200, []));
  const client = testClient(server, { readOnly: true });

  for (const operation of operationIds)
    if (operations[operation].method === 'GET') await client.call(operation, { version: 'beta' });
  await client.close();

  expect(server.seen.map(({ method, url }) => `${method} ${url}`)).toEqual([
    'POST /oauth/token',
    'GET /beta/triggers',
    'GET /beta/trigger-subscriptions',
    'GET /beta/trigger-invocations/status',
  ]);
});

for (const operation of operationIds.filter((id) => operations[id].method !== 'GET'))
  test(`a client that only reads refuses ${operation} before anything leaves`, async () => {
    await using server = await serve((_, response) => json(response, 200, {}));
    const client = testClient(server, { readOnly: true });

    const refused = client.call(operation, {
      version: 'beta',
      path,
      body: { grant_type: 'client_credentials' },
    });

    await expect(refused).rejects.toThrow(GuardError);
    await expect(refused).rejects.toThrow(/was not sent: this command only reads/);
    expect(server.seen.filter(({ url }) => url !== '/oauth/token')).toEqual([]);
    await client.close();
  });

test('a client that only reads sends no token request in another form than the usual one', async () => {
  await using server = await serve((_, response) => json(response, 200, {}));
  const client = testClient(server, { readOnly: true });

  await expect(
    client.requestToken({ clientId: 'id', clientSecret: 'secret', form: 'multipart' }),
  ).rejects.toThrow(GuardError);
  expect(server.seen).toEqual([]);
  await client.close();
});
