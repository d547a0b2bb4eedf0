import { blameOf, clause, expect, judgedOperations, rightRequests, test } from '../support/index.ts';

for (const operation of judgedOperations) {
  const { status, prepare } = rightRequests[operation];

  test(
    `reports an internal fault of ${operation} with 500`,
    clause('exchange.internal-error', {
      operation,
      needs: ['faults'],
    }),
    async ({ api, subscriptions, target }) => {
      const request = await prepare(subscriptions);

      target.raise(operation, 500);
      expect(await api.call(operation, request)).toHaveStatus(500);
      expect(await api.call(operation, request)).toHaveStatus(status, blameOf(operation));
    },
  );
}

test(
  'reports a delete that cannot be carried out with 400',
  clause('subscriptions.delete.refused', {
    needs: ['faults'],
  }),
  async ({ api, subscriptions, target }) => {
    const { id } = await subscriptions.create();

    target.raise('deleteSubscription', 400);
    expect(await api.deleteSubscription(id)).toHaveStatus(400);
    expect(await api.deleteSubscription(id)).toHaveStatus(204, blameOf('deleteSubscription'));
  },
);
