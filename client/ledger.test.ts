import { appendFileSync, mkdtempSync, readFileSync, rmSync, truncateSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { fileJournal } from './journal.ts';
import { createLedger, memoryLedger, readLedger } from './ledger.ts';
import { isMarked, markedName, runIdOf } from './run-mark.ts';
import { json, serve, testClient, virtualClock } from './testing/tenant.ts';

let folder = '';

test.beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'isc-ledger-'));
});

test.afterEach(() => rmSync(folder, { recursive: true }));

const file = () => join(folder, 'run', 'ledger.jsonl');

const open = (runId = '8f3c1d') =>
  createLedger({ runId, journal: fileJournal(file()), host: 't.example', clock: virtualClock() });

test('says what is still open, with what there is to find it by', () => {
  const ledger = open();
  const [one, two, three, four] = ['one', 'two', 'three', 'four'].map((name) =>
    ledger.intend({ name, triggerId: 'idn:x' }),
  );
  ledger.created(one ?? '', 'id-1');
  ledger.created(two ?? '', 'id-2');
  ledger.refused(three ?? '');
  ledger.removed('id-1');

  expect(readLedger(file())).toEqual([
    {
      key: expect.any(String),
      run: '8f3c1d',
      host: 't.example',
      name: 'two',
      triggerId: 'idn:x',
      id: 'id-2',
      intendedAt: '2026-01-01T00:00:00.000Z',
    },
    {
      key: expect.any(String),
      run: '8f3c1d',
      host: 't.example',
      name: 'four',
      triggerId: 'idn:x',
      intendedAt: '2026-01-01T00:00:00.000Z',
    },
  ]);
  expect(ledger.open()).toEqual(readLedger(file()));
  expect(ledger.totals()).toEqual({ created: 2, removed: 1 });
  expect(four).toBeDefined();
});

test('shows the workers of a run what the others made', () => {
  const [one, other, stranger] = [open(), open(), open('another')];

  one.created(one.intend({ name: 'n', triggerId: 'idn:x' }), 'id-1');
  other.intend({ name: 'm', triggerId: 'idn:x' });

  expect(other.owns('id-1')).toBe(true);
  expect(one.heldOn('idn:x')).toBe(2);
  expect(stranger.owns('id-1')).toBe(false);
  expect(stranger.heldOn('idn:x')).toBe(0);
});

test('reads over a half last line and over what is no line of its own', () => {
  const ledger = open();
  ledger.created(ledger.intend({ name: 'ä' }), 'id-1');
  appendFileSync(file(), 'null\nno JSON\n');
  ledger.removed('id-1');
  truncateSync(file(), readFileSync(file()).length - 5);

  expect(readLedger(file()).map(({ id }) => id)).toEqual(['id-1']);
  expect(readLedger(join(folder, 'none'))).toEqual([]);
});

test('keeps a removed id, an invented one and a started invocation as its own', () => {
  const ledger = memoryLedger('8f3c1d');
  ledger.created(ledger.intend({}), 'id-1');
  ledger.removed('id-1');
  ledger.started('inv-1');

  expect(ledger.invent('made-up')).toBe('made-up');
  expect(['id-1', 'inv-1', 'made-up', 'other'].map(ledger.owns)).toEqual([true, true, true, false]);
});

test('is written before the request leaves, and again when its answer is there', async () => {
  const ledger = open();
  const written: string[] = [];
  await using server = await serve(({ method }, response) => {
    written.push(readFileSync(file(), 'utf8'));
    if (method === 'POST') json(response, 201, { id: 'id-1' });
    else response.writeHead(204).end();
  });
  const client = testClient(server, { ledger });

  await client.call('createSubscription', { version: 'beta', body: { name: 'n', triggerId: 'idn:x' } });
  await client.call('deleteSubscription', { version: 'beta', path: { id: 'id-1' } });

  expect(written[0]).toMatch(/"event":"intended".*"name":"n","triggerId":"idn:x"/);
  expect(written[1]).toMatch(/"event":"created".*"id":"id-1"/);
  expect(ledger.open()).toEqual([]);
});

const outcomes: readonly (readonly [number, unknown, number])[] = [
  [201, { id: 'id-1' }, 1],
  [201, {}, 1],
  [400, {}, 0],
  [500, {}, 1],
];

for (const [status, body, left] of outcomes) {
  test(`has ${left} open after a create that was answered ${status} with ${JSON.stringify(body)}`, async () => {
    const ledger = memoryLedger('8f3c1d');
    await using server = await serve((_, response) => json(response, status, body));

    await testClient(server, { ledger }).call('createSubscription', { version: 'beta', body: {} });

    expect(ledger.open()).toHaveLength(left);
  });
}

test('has nothing open where no token was to be had', async () => {
  const ledger = memoryLedger('8f3c1d');
  await using server = await serve((_, response) => json(response, 401, {}), { tokens: false });

  await expect(
    testClient(server, { ledger }).call('createSubscription', { version: 'beta', body: {} }),
  ).rejects.toThrow(/no token/);

  expect(ledger.open()).toEqual([]);
});

test('still holds what a 404 to a client with fewer rights says nothing about', async () => {
  const ledger = memoryLedger('8f3c1d');
  ledger.created(ledger.intend({}), 'id-1');
  await using server = await serve((_, response) => json(response, 404, {}));
  const client = testClient(server, { ledger });
  const remove = (as: 'anonymous' | 'full') =>
    client.call('deleteSubscription', { version: 'beta', path: { id: 'id-1' }, as });

  await remove('anonymous');
  expect(ledger.open()).toHaveLength(1);
  await remove('full');
  expect(ledger.open()).toEqual([]);
});

test('marks names so that the run is found in them', () => {
  expect(markedName('8f3c1d', 'a filter')).toBe('isc-triggers 8f3c1d a filter');
  expect(runIdOf('isc-triggers 8f3c1d a filter')).toBe('8f3c1d');
  expect(['isc-triggers 8f3c1d x', 'my isc-triggers-like hook', 'Manager approval'].map(isMarked)).toEqual([
    true,
    false,
    false,
  ]);
});
