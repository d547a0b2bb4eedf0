import { expect, test } from '@playwright/test';
import { memoryLedger } from '../client/ledger.ts';
import { json, type Seen, serve, testClient } from '../client/testing/tenant.ts';
import { sweep } from './sweep.ts';

/** A tenant with these subscriptions, of which none can be removed whose id begins with `stuck`. */
const tenantWith = (records: readonly Readonly<{ id: string; name: string }>[]) =>
  serve(({ method, url }: Seen, response) => {
    const { searchParams } = new URL(url, 'http://tenant.invalid');
    if (method === 'GET') json(response, 200, Number(searchParams.get('offset')) > 0 ? [] : records);
    else if (url.includes('/stuck')) json(response, 500, {});
    else response.writeHead(url.includes('/gone') ? 404 : 204).end();
  });

const host = '127.0.0.1';

test('what is open is removed, also what was only announced and is found by its name', async () => {
  const ledger = memoryLedger('8f3c1d');
  await using tenant = await tenantWith([
    { id: 'id-2', name: 'isc-triggers 8f3c1d two' },
    { id: 'foreign', name: 'theirs' },
  ]);
  const guard = { kind: 'tenant', host, allowWritesHost: host, risks: new Set<never>() } as const;
  const client = testClient(tenant, { ledger, guard });
  ledger.created(ledger.intend({ name: 'isc-triggers 8f3c1d one' }), 'id-1');
  ledger.intend({ name: 'isc-triggers 8f3c1d two' });
  ledger.intend({ name: 'isc-triggers 8f3c1d never carried out' });

  const left = await sweep({ client, ledger, version: 'beta' });
  await client.close();

  expect(left).toEqual([]);
  expect(tenant.seen.filter(({ method }) => method === 'DELETE').map(({ url }) => url)).toEqual([
    '/beta/trigger-subscriptions/id-1',
    '/beta/trigger-subscriptions/id-2',
  ]);
  expect(ledger.totals()).toEqual({ created: 2, removed: 2 });
});

test('what cannot be removed is told with the reason, and what is gone already is no leftover', async () => {
  const ledger = memoryLedger('8f3c1d');
  await using tenant = await tenantWith([]);
  const client = testClient(tenant, { ledger });
  ledger.created(ledger.intend({ name: 'isc-triggers 8f3c1d one' }), 'stuck-1');
  ledger.created(ledger.intend({ name: 'isc-triggers 8f3c1d two' }), 'gone-2');

  const left = await sweep({ client, ledger, version: 'beta' });
  await client.close();

  expect(left).toEqual([
    {
      id: 'stuck-1',
      name: 'isc-triggers 8f3c1d one',
      kind: 'subscription',
      reason: 'its removal was answered 500',
    },
  ]);
});

test('where nothing is open nothing is sent', async () => {
  await using tenant = await tenantWith([]);
  const client = testClient(tenant);

  expect(await sweep({ client, ledger: memoryLedger('8f3c1d'), version: 'beta' })).toEqual([]);
  await client.close();
  expect(tenant.seen).toEqual([]);
});
