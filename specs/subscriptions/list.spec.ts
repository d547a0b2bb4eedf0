import { clause, expect, recordsOf, test } from '../support/index.ts';

test(
  'lists the subscriptions of the tenant, whosever they are',
  clause('subscriptions.list'),
  async ({ api }) => {
    const answer = await api.listSubscriptions({ limit: 250 });
    const ids = recordsOf(answer).map(({ id }) => id);

    expect(answer).toHaveStatus(200);
    expect(answer).toKeep({
      holds: new Set(ids).size === ids.length,
      expected: 'each subscription once',
      seen: `${ids.length - new Set(ids).size} again`,
    });
  },
);

test(
  'lists each subscription once, with what the tenant promises to show',
  clause('subscriptions.list', {
    needs: ['writes'],
    smoke: true,
  }),
  async ({ api, subscriptions }) => {
    const [a = '', b = ''] = subscriptions.triggers;
    const made = [await subscriptions.create({ triggerId: a }), await subscriptions.create({ triggerId: b })];

    const answer = await api.listSubscriptions({
      filters: `id eq "${made[0]?.id}" or id eq "${made[1]?.id}"`,
      limit: 250,
    });
    const listed = made.map(({ id }) => recordsOf(answer).filter((record) => record.id === id));

    expect(answer).toHaveStatus(200);
    expect(answer).toKeep({
      holds: listed.every(({ length }) => length === 1),
      expected: 'each of 2 subscriptions once',
      seen: listed.map(({ length }) => `${length} times`).join(', '),
    });
    for (const [index, { draft }] of made.entries()) {
      const { name, triggerId, type, enabled } = draft;
      expect({ ...answer, body: listed[index]?.[0] }).toShow({ name, triggerId, type, enabled });
    }
  },
);
