import {
  blameOf,
  clause,
  expect,
  lookAgain,
  recordsOf,
  rightRequests,
  test,
  withToken,
} from '../support/index.ts';

const listing = withToken.filter((operation) => rightRequests[operation].needs.length === 0);
const managing = withToken.filter((operation) => rightRequests[operation].needs.length > 0);

for (const operation of withToken) {
  const { status, needs, prepare } = rightRequests[operation];

  test(
    `refuses ${operation} to a client without scopes`,
    clause('auth.scope.required', {
      operation,
      needs: ['noscope', ...needs],
    }),
    async ({ api, awaiting, invocations, subscriptions }) => {
      const request = await prepare({ awaiting, invocations, subscriptions });

      expect(await api.call(operation, { ...request, as: 'noscope' })).toBeRefused(403);
      expect(await api.call(operation, request)).toHaveStatus(status, blameOf(operation));
    },
  );
}

for (const operation of managing) {
  const { status, prepare } = rightRequests[operation];

  test(
    `refuses ${operation} to a client that may only read`,
    clause('auth.scope.manage', {
      operation,
      needs: ['readonly', 'writes'],
    }),
    async ({ api, awaiting, invocations, subscriptions }) => {
      const request = await prepare({ awaiting, invocations, subscriptions });

      expect(await api.call(operation, { ...request, as: 'readonly' })).toBeRefused(403);
      expect(await api.call(operation, request)).toHaveStatus(status, blameOf(operation));
    },
  );
}

for (const operation of listing) {
  test(
    `serves ${operation} to a client that may only read`,
    clause('auth.scope.read', {
      operation,
      needs: ['readonly'],
    }),
    async ({ api }) => {
      expect(await api.call(operation, { as: 'readonly' })).toHaveStatus(200);
    },
  );
}

test(
  'shows an invocation to a client that may only read',
  clause('auth.scope.read', {
    operation: 'listTriggerInvocationStatus',
    needs: ['readonly', 'writes'],
  }),
  async ({ api, invocations, subscriptions }) => {
    const subscription = await subscriptions.create();
    const { id } = await invocations.startOne(subscription);
    await invocations.status({ id }, subscription);

    const filters = `subscriptionId eq "${subscription.id}"`;
    const answer = await lookAgain(
      () => api.listStatuses({ filters }, { as: 'readonly' }),
      (seen) => seen.status === 200 && recordsOf(seen).some((record) => record.id === id),
    );

    expect(answer).toKeep({
      holds: recordsOf(answer).some((record) => record.id === id),
      expected: 'the invocation that the manager sees',
      seen: `${recordsOf(answer).length} others`,
    });
  },
);
