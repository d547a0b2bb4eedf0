import { expect, test } from '@playwright/test';
import { memoryLedger } from '../client/ledger.ts';
import { json, type Seen, serve, testClient } from '../client/testing/tenant.ts';
import { sweep } from './sweep.ts';

type Listed = Readonly<{ id: string; name: string }>;

/** A tenant with these subscriptions, of which none is removed whose id begins with `stuck`. */
const tenantWith = (...records: readonly Listed[]) => {
  const list = [...records];

  return serve(({ method, url }: Seen, response) => {
    const { pathname, searchParams } = new URL(url, 'http://tenant.invalid');
    if (method === 'GET') return json(response, 200, list.slice(Number(searchParams.get('offset'))));
    const index = list.findIndex(({ id }) => pathname.endsWith(`/${id}`) && !id.startsWith('stuck'));
    if (index >= 0) list.splice(index, 1);

    return response.writeHead(204).end();
  });
};

const host = '127.0.0.1';
const guard = { kind: 'tenant', host, allowWritesHost: host, risks: new Set<never>() } as const;
const mine = (id: string): Listed => ({ id, name: `isc-triggers 8f3c1d ${id}` });

const removedIn = (seen: readonly Seen[]): readonly (string | undefined)[] =>
  seen.filter(({ method }) => method === 'DELETE').map(({ url }) => url.split('/').at(-1));

test("what carries the run's mark is removed, the last first, also what was only announced, and nothing of others", async () => {
  const ledger = memoryLedger('8f3c1d');
  const others = [
    { id: 'foreign', name: 'theirs' },
    { id: 'other-run', name: 'isc-triggers 8f3c1e one' },
  ];
  await using tenant = await tenantWith(mine('two'), mine('three'), mine('one'), ...others);
  const client = testClient(tenant, { ledger, guard });
  ledger.created(ledger.intend({ name: mine('one').name }), 'one');
  ledger.intend({ name: mine('two').name });
  ledger.created(ledger.intend({ name: mine('three').name }), 'three');
  ledger.intend({ name: mine('never carried out').name });

  const swept = await sweep({ client, ledger, version: 'beta' });
  await client.close();

  expect(swept).toEqual({ leftovers: [], kept: [] });
  expect(removedIn(tenant.seen)).toEqual(['three', 'two', 'one']);
  expect(ledger.totals()).toEqual({ created: 3, removed: 3 });
});

test('what cannot be removed is told, and so is what the tenant said to have deleted and still lists', async () => {
  const ledger = memoryLedger('8f3c1d');
  await using tenant = await tenantWith(mine('stuck-1'), mine('kept-2'));
  const client = testClient(tenant, { ledger, guard });
  ledger.created(ledger.intend({ name: mine('stuck-1').name }), 'stuck-1');
  ledger.created(ledger.intend({ name: mine('kept-2').name }), 'kept-2');
  ledger.removed('kept-2');

  const { leftovers, kept } = await sweep({ client, ledger, version: 'beta' });
  await client.close();

  expect(leftovers).toMatchObject([{ ...mine('stuck-1'), reason: expect.any(String) }]);
  expect(kept).toMatchObject([mine('kept-2')]);
});

test('a run that created nothing looks for nothing', async () => {
  await using tenant = await tenantWith();
  const client = testClient(tenant);

  const swept = await sweep({ client, ledger: memoryLedger('8f3c1d'), version: 'beta' });
  await client.close();

  expect(swept).toEqual({ leftovers: [], kept: [] });
  expect(tenant.seen).toEqual([]);
});

test('a tenant that lists nothing any more is told, and what is known by its id is removed all the same', async () => {
  const ledger = memoryLedger('8f3c1d');
  await using tenant = await serve(({ method }, response) =>
    method === 'GET' ? json(response, 500, {}) : response.writeHead(204).end(),
  );
  const client = testClient(tenant, { ledger, guard });
  for (const id of ['one', 'two']) ledger.created(ledger.intend({ name: mine(id).name }), id);
  ledger.intend({ name: mine('three').name });

  await expect(sweep({ client, ledger, version: 'beta' })).rejects.toThrow('is no list but 500');
  await client.close();

  expect(removedIn(tenant.seen)).toEqual(['two', 'one']);
  expect(ledger.open()).toMatchObject([{ name: mine('three').name }]);
});
