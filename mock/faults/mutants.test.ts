import { expect, test } from '@playwright/test';
import { clauses } from '../../contracts/clauses/index.ts';
import { draft, openTestTenant } from '../test-tenant.ts';
import { conversation } from './conversation/index.ts';
import { mutants, variants } from './index.ts';
import type { Apply } from './mutant.ts';

/** What the tenant without a fault says; each part is spoken once. */
const right = conversation(() => undefined).map(({ speak }) => {
  let said: Promise<string> | undefined;

  return () => {
    said ??= speak();

    return said;
  };
});

/** Whether a tenant answers otherwise than the right one; the parts that are about a clause come first. */
const differs = async (apply: Apply, clause = ''): Promise<boolean> => {
  const parts = conversation(apply).map((part, index) => ({ ...part, right: right[index] }));
  const [near, far] = [true, false].map((isNear) =>
    parts.filter(({ about }) => about.test(clause) === isNear),
  );
  for (const { speak, right } of [...(near ?? []), ...(far ?? [])]) {
    if ((await speak()) !== (await right?.())) return true;
  }

  return false;
};

test('a tenant without a fault says the same each time', async () => {
  expect(await differs(() => undefined)).toBe(false);
});

test('ids are in kebab case and unique', () => {
  const ids = [...mutants, ...variants].map(({ id }) => id);

  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.filter((id) => !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id))).toEqual([]);
});

test('every mutant breaks a clause that a tenant can fail', () => {
  expect(mutants.filter(({ breaks }) => clauses[breaks].level !== 'must')).toEqual([]);
});

test('every clause that can fail a tenant is broken by a mutant', () => {
  const broken = new Set<string>(mutants.map(({ breaks }) => breaks));
  const musts = Object.entries(clauses).filter(([, { level }]) => level === 'must');

  expect(musts.map(([id]) => id).filter((id) => !broken.has(id))).toEqual([]);
});

for (const { id, breaks, apply } of mutants) {
  test(`${id} changes what a tenant answers`, async () => {
    expect(await differs(apply, breaks)).toBe(true);
  });
}

for (const { id, apply } of variants) {
  test(`a tenant with ${id} still serves a right request`, async () => {
    const { tenant, send } = await openTestTenant();
    apply(tenant);

    expect((await send('POST', '/beta/trigger-subscriptions', { body: draft })).status).toBe(201);
  });
}
