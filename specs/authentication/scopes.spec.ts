import { blameOf, clause, expect, judgedOperations, needsOf, rightRequests, test } from '../support/index.ts';

const listing = judgedOperations.filter((operation) => !rightRequests[operation].writes);
const managing = judgedOperations.filter((operation) => rightRequests[operation].writes);

for (const operation of judgedOperations) {
  const { status, prepare } = rightRequests[operation];

  test(
    `refuses ${operation} to a client without scopes`,
    clause('auth.scope.required', {
      operation,
      needs: ['noscope', ...needsOf(operation)],
    }),
    async ({ api, subscriptions }) => {
      const request = await prepare(subscriptions);

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
    async ({ api, subscriptions }) => {
      const request = await prepare(subscriptions);

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
