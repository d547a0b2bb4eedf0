import { invocations } from './drafts.ts';
import type { Speak } from './speak.ts';

const [a, b] = ['idn:identity-created', 'idn:source-created'];

/** The list of statuses, asked in every way. */
export const statusLists: Speak = async ({ clock, send, sent, subscribe }) => {
  const [first, second, third] = [
    await subscribe({ name: 'c', triggerId: b }),
    await subscribe({ name: 'a', triggerId: a }),
    await subscribe({ name: 'b', triggerId: b }),
  ].map(({ id }) => id);
  for (const triggerId of [a, b, b, a]) {
    await send('POST', `${invocations}/test`, { body: { triggerId, contentJson: {} } });
    await clock.advance(100);
  }
  for (const dispatch of sent.toReversed()) {
    await dispatch.answer(200);
    await clock.advance(100);
  }

  for (const query of [
    ...['limit=2&count=true', 'limit=2&offset=2', 'limit=4&offset=4', 'offset=100', 'limit=250'],
    ...['created', 'completed', 'triggerId', 'subscriptionName'].flatMap((field) => [
      `sorters=${field}`,
      `sorters=-${field}&limit=2&offset=1`,
    ]),
    'sorters=triggerId,-created',
    'sorters=-subscriptionName,-created',
    `count=true&filters=triggerId eq "${a}"`,
    `filters=triggerId eq "idn:identity"`,
    `filters=subscriptionId eq "${first}"`,
    `filters=triggerId eq "${a}" and subscriptionId eq "${second}"`,
    `filters=triggerId eq "${a}" and subscriptionId eq "${first}"`,
    `filters=subscriptionId eq "${first}" or subscriptionId eq "${third}"`,
    `filters=triggerId eq "${b}" and not (subscriptionId eq "${first}")`,
    `filters=subscriptionId eq "${first}" or subscriptionId eq "${third}" and triggerId eq "${a}"`,
    `filters=(subscriptionId eq "${first}" or subscriptionId eq "${second}") and triggerId eq "${a}"`,
    ...['type eq "TEST"', 'subscriptionName eq "a"', `triggerId ge "${a}"`, 'subscriptionId sw "a"'].map(
      (filter) => `filters=${filter}`,
    ),
  ]) {
    await send('GET', `${invocations}/status?${query}`);
  }
};
