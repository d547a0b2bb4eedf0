import { expect, test } from '@playwright/test';
import { json, serve, testClient } from '../../client/testing/tenant.ts';
import { createApi } from './api.ts';
import { aRecorder } from './testing/answers.ts';

test('FC-047: a body that is no JSON leaves as it was written, byte for byte', async () => {
  await using tenant = await serve((_, response) => json(response, 400, {}));
  const client = testClient(tenant);
  const api = createApi({ client, version: 'beta', recorder: aRecorder() });

  await api.createSubscription(undefined, { rawBody: '{"a":' });
  await client.close();

  const sent = tenant.seen.at(-1);
  expect(sent?.body).toEqual(Buffer.from('{"a":'));
  expect(sent?.headers['content-type']).toBe('application/json');
});

for (const { base, version, path } of [
  { base: '', version: 'v2024', path: '/v2024/triggers?limit=1' },
  { base: '/', version: 'v2024', path: '/v2024/triggers?limit=1' },
  { base: '', version: 'v1', path: '/triggers/v1?limit=1' },
  { base: '/', version: 'v1', path: '/triggers/v1?limit=1' },
] as const) {
  test(`FC-048: an address that ends with "${base}" leads ${version} to ${path}`, async () => {
    await using tenant = await serve((_, response) => json(response, 200, []));
    const client = testClient({ url: `${tenant.url}${base}` });
    const api = createApi({ client, version, recorder: aRecorder() });

    await api.listTriggers({ limit: 1 });
    await client.close();

    expect(tenant.seen.at(-1)?.url).toBe(path);
  });
}

test('a test that has ended creates nothing any more, and still removes', async () => {
  await using tenant = await serve((_, response) => response.writeHead(204).end());
  const client = testClient(tenant);
  const recorder = aRecorder();
  const api = createApi({ client, version: 'beta', recorder });

  recorder.end.reached = true;
  await expect(api.createSubscription({ name: 'late' })).rejects.toThrow('nothing more is created');
  await api.deleteSubscription('one');
  await client.close();

  expect(tenant.seen.filter(({ url }) => url.includes('trigger-subscriptions'))).toMatchObject([
    { method: 'DELETE' },
  ]);
});
