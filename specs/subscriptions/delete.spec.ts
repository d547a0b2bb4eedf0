import { type Api, clause, expect, objectOf, type Subscriptions, test, without } from '../support/index.ts';

type Fixtures = Readonly<{ api: Api; subscriptions: Subscriptions }>;

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

const histories = {
  'of EVENTBRIDGE': async ({ subscriptions }: Fixtures) => {
    const eventBridgeConfig = { awsAccount: '123456789012', awsRegion: 'us-west-1' };
    const created = await subscriptions.attempt(
      without(subscriptions.draft({ type: 'EVENTBRIDGE', eventBridgeConfig }), 'httpConfig'),
    );
    expect(created).toHaveStatus(201, {
      clause: 'subscriptions.create.event-bridge',
      operation: 'createSubscription',
    });

    return String(objectOf(created).id);
  },
  'that was replaced': async ({ api, subscriptions }: Fixtures) => {
    const { id, draft } = await subscriptions.create();
    const updated = await api.updateSubscription(id, without(draft, 'triggerId'));
    expect(updated).toHaveStatus(200, { clause: 'subscriptions.update', operation: 'updateSubscription' });

    return id;
  },
  'that was patched': async ({ api, subscriptions }: Fixtures) => {
    const { id } = await subscriptions.create();
    const patched = await api.patchSubscription(id, [{ op: 'add', path: '/description', value: 'patched' }]);
    expect(patched).toHaveStatus(200, { clause: 'subscriptions.patch.add', operation: 'patchSubscription' });

    return id;
  },
};

for (const [history, arrange] of Object.entries(histories)) {
  test(
    `deletes a subscription ${history}`,
    clause('subscriptions.delete', { needs }),
    async ({ api, subscriptions }) => {
      const id = await arrange({ api, subscriptions });

      const deleted = await api.deleteSubscription(id);
      const { records } = await subscriptions.listsNothing(id);

      expect(deleted).toHaveStatus(204);
      expect(deleted).toKeep({
        holds: records.length === 0,
        expected: 'the deleted subscription no longer listed',
        seen: 'it is still listed',
      });
    },
  );
}

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
