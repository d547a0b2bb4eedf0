import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { fileJournal } from '../client/journal.ts';
import { createLedger } from '../client/ledger.ts';
import { json, serve, testClient } from '../client/testing/tenant.ts';
import { findLeftovers } from './leftovers.ts';

const host = '127.0.0.1';

let results = '';

test.beforeEach(() => {
  results = mkdtempSync(join(tmpdir(), 'isc-leftovers-'));
});

test.afterEach(() => rmSync(results, { recursive: true }));

const search = async (listed: readonly Readonly<{ id: string; name: string }>[]) => {
  await using tenant = await serve(({ url }, response) =>
    json(response, 200, new URL(url, 'http://x').searchParams.get('offset') === '0' ? listed : []),
  );
  const client = testClient(tenant);
  const search = await findLeftovers(client, { results, host, version: 'beta' });
  await client.close();

  return search;
};

test('finds what carries a mark, and by a ledger what lost it, on this tenant only', async () => {
  for (const at of [host, 'other.example']) {
    const journal = fileJournal(join(results, `run-${at}`, 'ledger.jsonl'));
    const ledger = createLedger({ runId: '8f3c1d', host: at, journal });
    ledger.created(ledger.intend({ name: 'isc-triggers 8f3c1d one' }), `made-on-${at}`);
  }

  const { found, unread } = await search([
    { id: 'marked', name: 'isc-triggers 0a4t1evl two' },
    { id: `made-on-${host}`, name: 'renamed' },
    { id: 'made-on-other.example', name: 'theirs' },
    { id: 'foreign', name: 'Manager approval' },
  ]);

  expect(found.map(({ id, run }) => [id, run])).toEqual([
    ['marked', '0a4t1evl'],
    [`made-on-${host}`, '8f3c1d'],
  ]);
  expect(unread).toEqual([]);
});

test('looks on where a file lies among the runs, and names a ledger that cannot be read', async () => {
  writeFileSync(join(results, 'notes.txt'), 'mine');
  mkdirSync(join(results, 'broken', 'ledger.jsonl'), { recursive: true });

  const { found, unread } = await search([{ id: 'marked', name: 'isc-triggers 0a4t1evl two' }]);

  expect(found).toHaveLength(1);
  expect(unread).toEqual([expect.stringMatching(/broken.ledger\.jsonl: EISDIR/)]);
});
