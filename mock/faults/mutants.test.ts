import { expect, test } from '@playwright/test';
import { clauses } from '../../contracts/clauses/index.ts';
import { conversation } from './conversation.ts';
import { type Apply, mutants } from './index.ts';

/** What the tenant without a fault says, part by part; each part is spoken once. */
const right = conversation(() => undefined).map((speak) => {
  let said: Promise<string> | undefined;

  return () => {
    said ??= speak();

    return said;
  };
});

const differs = async (apply: Apply): Promise<boolean> => {
  for (const [index, speak] of conversation(apply).entries()) {
    if ((await speak()) !== (await right[index]?.())) return true;
  }

  return false;
};

test('a tenant without a fault says the same each time', async () => {
  expect(await differs(() => undefined)).toBe(false);
});

test('ids are in kebab case and unique', () => {
  const ids = mutants.map(({ id }) => id);

  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.filter((id) => !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id))).toEqual([]);
});

test('every mutant breaks a clause that a tenant can fail', () => {
  expect(mutants.filter(({ breaks }) => clauses[breaks].level !== 'must')).toEqual([]);
});

for (const { id, apply } of mutants) {
  test(`${id} changes what a tenant answers`, async () => {
    expect(await differs(apply)).toBe(true);
  });
}
