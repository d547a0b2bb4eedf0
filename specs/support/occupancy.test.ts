import { expect, test } from '@playwright/test';
import { countsOf, readSubscriptions, roomyTriggers } from './occupancy.ts';

type Reader = Parameters<typeof readSubscriptions>[0];

const reading = (walk: () => AsyncGenerator<Readonly<{ items: readonly unknown[] }>>): Reader => ({
  client: { walk } as unknown as Reader['client'],
  version: 'beta',
});

test('every subscription counts once, though its page comes twice', async () => {
  const page = { items: [{ id: 1, triggerId: 'a' }, { id: 2, triggerId: 'a' }, null, 'nothing'] };
  const all = await readSubscriptions(
    reading(async function* () {
      yield page;
      yield page;
      yield { items: [{ id: 3, triggerId: 'b' }] };
    }),
  );

  expect([...countsOf(all)]).toEqual([
    ['a', 2],
    ['b', 1],
  ]);
});

test('a list that breaks off is read as far as it goes: others judge it', async () => {
  const all = await readSubscriptions(
    reading(async function* () {
      yield { items: [{ id: 1, triggerId: 'a' }] };
      throw new Error('no list');
    }),
  );

  expect(all).toHaveLength(1);
});

test('ordinary subscriptions go where there is room, and never where places are filled', () => {
  const full = 'idn:access-request-post-approval';

  expect(roomyTriggers(new Map(), 'a test')).toContain(full);
  expect(roomyTriggers(new Map([[full, 41]]), 'a test')).not.toContain(full);
  expect(roomyTriggers(new Map(), 'a test')).not.toContain('idn:account-aggregation-completed');
  expect(roomyTriggers(new Map(), 'a test').join()).not.toMatch(/dynamic-approver|pre-approval/);
});
