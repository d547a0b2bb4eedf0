import { blameOf, clause, expect, operationIds, rightRequests, test } from '../support/index.ts';

for (const operation of operationIds) {
  const { status, needs, prepare } = rightRequests[operation];

  test(
    `reports an internal fault of ${operation} with 500`,
    clause('exchange.internal-error', {
      operation,
      needs: ['faults', ...needs],
    }),
    async ({ api, awaiting, invocations, subscriptions, target }) => {
      const request = await prepare({ awaiting, invocations, subscriptions });

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

for (const status of [401, 403]) {
  test(
    `reports a completion that is not allowed with ${status}`,
    clause('invocations.complete.not-allowed', {
      status,
      needs: ['faults'],
    }),
    async ({ api, subscriptions, target }) => {
      target.raise('completeTriggerInvocation', status);
      const answer = await api.completeTriggerInvocation(subscriptions.inventedId(), {
        secret: 'none',
        output: {},
      });

      expect(answer).toHaveStatus(status);
    },
  );
}
