import { draft } from '../../test-tenant.ts';
import { invocations } from './drafts.ts';
import type { Speak } from './speak.ts';

export const testing: Speak = async ({ send, subscribe }) => {
  const [first] = [await subscribe({ name: 'a', enabled: false }), await subscribe({ name: 'b' })];
  const event = { triggerId: draft.triggerId, contentJson: { a: 1 } };
  for (const body of [
    event,
    { ...event, subscriptionIds: [first.id] },
    { ...event, triggerId: 'idn:source-deleted' },
    { triggerId: draft.triggerId },
  ]) {
    await send('POST', `${invocations}/test`, { body });
  }
  await send('GET', `${invocations}/status?sorters=triggerId,-subscriptionName`);
  const { body: started } = await send('POST', `${invocations}/test`, { body: event });
  const [one] = (started ?? []) as readonly Readonly<{ id: string; secret: string }>[];
  for (const [id, body] of [
    [one?.id, { secret: 'wrong', output: { a: 1 } }],
    [one?.id, { secret: one?.secret }],
    [one?.id, { secret: one?.secret, output: { a: 1 } }],
    ['nobody', { secret: 'none', output: {} }],
  ] as const) {
    await send('POST', `${invocations}/${id}/complete`, { as: 'none', body });
    await send('GET', `${invocations}/status`);
  }
};
