import { expect, test } from '@playwright/test';
import { memoryLedger } from '../../client/ledger.ts';
import { isObject, type JsonObject } from './answer.ts';
import { leaseTrigger } from './lease.ts';
import { lockedByOthers } from './run-locks.ts';
import { ownLeases } from './targets/leases.ts';
import type { Target } from './targets/target.ts';

type Leasing = Parameters<typeof leaseTrigger>[0];

const approver = 'idn:access-request-dynamic-approver';
const approval = 'idn:access-request-pre-approval';
const lockOf = (run: string, triggerId: string): JsonObject => ({
  id: `lock ${run} ${triggerId}`,
  name: `isc-triggers ${run} fills ${triggerId}`,
  triggerId: 'idn:source-created',
});

/** A tenant that shows these subscriptions, each look the next ones, and the last ones for good. */
const tenantWith = (...looks: readonly (readonly JsonObject[])[]) => {
  const left = [...looks];
  let slept = 0;
  const client = {
    walk: async function* () {
      yield { offset: 0, items: (left.length > 1 ? left.shift() : left[0]) ?? [] };
    },
  } as unknown as Target['client'];
  const target = {
    client,
    version: 'beta',
    ledger: memoryLedger('0a4n0abc'),
    leases: ownLeases(),
    sleep: async (ms: number) => {
      slept += ms;
    },
  } as const;

  return { target, slept: () => slept };
};

const free = { take: async () => true };

const lease = (target: Leasing['target'], options: Partial<Leasing> = {}) =>
  leaseTrigger({ type: 'REQUEST_RESPONSE', empty: false, locks: free, target, ...options });

test('the emptiest trigger that nobody has is leased', async () => {
  const { target } = tenantWith([{ id: 1, triggerId: approver, name: 'Manager approval' }]);

  expect(await lease(target)).toBe(approval);
  expect(await lease(target)).toBe(approver);
});

test('what another run has locked is left to it, until it gives it up', async () => {
  const busy = [lockOf('0a4n0xyz', approver), lockOf('0a4n0xyz', approval)];
  const { target, slept } = tenantWith(busy, busy, [lockOf('0a4n0xyz', approver)]);

  expect(await lease(target)).toBe(approval);
  expect(slept()).toBeGreaterThan(0);
});

test('two runs that come at once both give way, and one of them tries again', async () => {
  const { target } = tenantWith([]);
  const answers = [false, true];

  const first = await lease(target, { locks: { take: async () => answers.shift() ?? true } });

  expect([approver, approval]).toContain(first);
  expect(answers).toEqual([]);
});

test('where the lock cannot be taken the next test may try', async () => {
  const { target } = tenantWith([]);
  const gone = { take: () => Promise.reject(new Error('The tenant is gone.')) };

  for (let tries = 0; tries < 3; tries += 1)
    await expect(lease(target, { locks: gone })).rejects.toThrow('The tenant is gone.');

  expect([approver, approval]).toContain(await lease(target));
});

test('where nothing becomes free within a minute the test is skipped with the reason', async () => {
  const { target, slept } = tenantWith([lockOf('0a4n0xyz', approver), lockOf('0a4n0xyz', approval)]);

  expect(await lease(target)).toEqual({
    capability: 'slots',
    reason:
      'needs a free REQUEST_RESPONSE trigger: another worker or another run of this suite held every one',
  });
  expect(slept()).toBeGreaterThanOrEqual(60_000);
});

test('an empty place that other people hold is not waited for', async () => {
  const people = [approver, approval].map((triggerId) => ({ id: triggerId, triggerId, name: 'theirs' }));
  const { target, slept } = tenantWith(people);

  expect(await lease(target, { empty: true })).toMatchObject({
    reason: 'needs a free REQUEST_RESPONSE trigger: other people hold every one',
  });
  expect(slept()).toBe(0);
});

test('a lock counts for other runs of about the same time, and for nobody else', () => {
  const locks = [
    lockOf('0a4n0abc', 'idn:own'),
    lockOf('0a4n0xyz', 'idn:other'),
    lockOf('00000xyz', 'idn:long-dead'),
    { name: 'a flow that fills idn:people' },
    { name: 'isc-triggers 0a4n0xyz fills the form 1' },
    { name: null },
  ].filter(isObject);

  expect([...lockedByOthers(locks, '0a4n0abc')]).toEqual(['idn:other']);
});

test('an empty place that this run has deleted and the tenant still lists is not waited for', async () => {
  const stale = [approver, approval].map((triggerId) => ({
    id: `deleted ${triggerId}`,
    name: 'isc-triggers 0a4n0abc one',
    triggerId,
  }));
  const { target, slept } = tenantWith(stale);

  expect(await lease(target, { empty: true })).toMatchObject({ capability: 'slots' });
  expect(slept()).toBe(0);
});
