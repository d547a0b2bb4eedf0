import { draft } from '../../test-tenant.ts';
import { invocations, subscriptions } from './drafts.ts';
import type { Speak } from './speak.ts';

/** Test events: who gets them, and with what. */
export const starting: Speak = async ({ send, subscribe, tenant }) => {
  const { triggerId } = draft;
  const made = [
    await subscribe({ name: 'a' }),
    await subscribe({ name: 'b', enabled: false }),
    await subscribe({ name: 'c' }),
    await subscribe({ name: 'd', filter: '$[?(@.department == "finance")]' }),
    await subscribe({ name: 'e', triggerId: 'idn:source-created' }),
  ];
  const ids = made.map(({ id }) => id);
  const event = { triggerId, contentJson: { a: 1, b: { c: true } } };
  const input = { department: 'sales', people: [{ id: 'i1', age: 3, name: 'Zoë', boss: null }] };
  for (const body of [
    event,
    { ...event, subscriptionIds: ids.slice(1, 3) },
    { ...event, subscriptionIds: ids.slice(0, 1), input },
    { ...event, subscriptionIds: [ids[0], ids[0]], input },
    { ...event, subscriptionIds: ids.slice(1, 2), input },
    { ...event, subscriptionIds: ids.slice(2, 4), input },
    { ...event, subscriptionIds: ids.slice(3, 4), input },
    { ...event, subscriptionIds: ids.slice(3, 4), input: { ...input, department: 'finance' } },
    { ...event, input },
    { ...event, triggerId: 'idn:source-deleted' },
    { ...event, triggerId: 'idn:source-updated', subscriptionIds: ids },
    { ...event, contentJson: 'none' },
    { ...event, contentJson: undefined },
    { ...event, input: 'none' },
    { ...event, triggerId: undefined },
    { ...event, subscriptionIds: ['00000000-0000-4000-8000-000000000000'] },
  ]) {
    await send('POST', `${invocations}/test`, { body });
  }
  await Promise.all(
    ['first', 'second'].map((department) =>
      send('POST', `${invocations}/test`, {
        body: { ...event, subscriptionIds: ids.slice(0, 1), input: { department } },
      }),
    ),
  );
  await send('GET', `${invocations}/status`);
  for (const id of ids) await send('DELETE', `${subscriptions}/${id}`);
  await send('POST', `${invocations}/test`, { body: { ...event, subscriptionIds: ids } });
  tenant.limits.FIRE_AND_FORGET = 0;
  await send('POST', `${invocations}/test`, { body: event });
};
