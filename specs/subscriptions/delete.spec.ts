import { clause, expect, test } from '../support/index.ts';

const needs = ['writes'] as const;

test(
  'deletes a subscription and no other',
  clause('subscriptions.delete', { needs, smoke: true }),
  async ({ api, subscriptions }) => {
    const kept = await subscriptions.create();
    const gone = await subscriptions.create();

    const deleted = await api.deleteSubscription(gone.id);
    const after = await subscriptions.listsNothing(gone.id);
    const other = await subscriptions.list(kept.id);

    expect(deleted).toHaveStatus(204);
    expect(deleted).toKeep({
      holds: after.records.length === 0,
      expected: 'the deleted subscription no longer listed',
      seen: 'it is still listed',
    });
    expect(deleted).toKeep({
      holds: other.records.length === 1,
      expected: 'the other subscription still listed',
      seen: 'it is gone as well',
    });
  },
);

test(
  'deletes for a client that says it sends JSON',
  clause('subscriptions.delete', { needs }),
  async ({ api, subscriptions }) => {
    const { id } = await subscriptions.create();

    expect(await api.deleteSubscription(id, { contentType: 'application/json' })).toHaveStatus(204);
  },
);

test(
  'refuses to delete a subscription that does not exist',
  clause('subscriptions.delete.unknown', { needs }),
  async ({ api, subscriptions }) => {
    const { id } = await subscriptions.create();

    expect(await api.deleteSubscription(subscriptions.inventedId())).toBeRefused(404);
    expect(await api.deleteSubscription(id)).toHaveStatus(204, {
      clause: 'subscriptions.delete',
      status: 204,
    });
  },
);

test(
  'refuses to delete a subscription twice',
  clause('subscriptions.delete.twice', { needs }),
  async ({ api, subscriptions }) => {
    const { id } = await subscriptions.create();

    expect(await api.deleteSubscription(id)).toHaveStatus(204, {
      clause: 'subscriptions.delete',
      status: 204,
    });
    expect(await api.deleteSubscription(id)).toBeRefused(404);
  },
);
