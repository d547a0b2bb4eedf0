import { blameOf, clause, expect, judgedOperations, needsOf, rightRequests, test } from '../support/index.ts';

for (const operation of judgedOperations) {
  const { status, prepare } = rightRequests[operation];
  const writes = needsOf(operation);

  test(
    `refuses ${operation} without a token`,
    clause('auth.token.missing', { operation, needs: writes, smoke: true }),
    async ({ api, subscriptions }) => {
      const request = await prepare(subscriptions);

      expect(await api.call(operation, { ...request, as: 'anonymous' })).toBeRefused(401);
      expect(await api.call(operation, request)).toHaveStatus(status, blameOf(operation));
    },
  );

  test(
    `refuses ${operation} with a token of its own making`,
    clause('auth.token.forged', { operation, needs: writes }),
    async ({ api, subscriptions }) => {
      const request = await prepare(subscriptions);

      expect(await api.call(operation, { ...request, as: 'forged' })).toBeRefused(401);
      expect(await api.call(operation, request)).toHaveStatus(status, blameOf(operation));
    },
  );

  test(
    `refuses ${operation} with an expired token`,
    clause('auth.token.expired', {
      operation,
      needs: ['expired', ...writes],
    }),
    async ({ api, subscriptions }) => {
      const request = await prepare(subscriptions);

      expect(await api.call(operation, { ...request, as: 'expired' })).toBeRefused(401);
      expect(await api.call(operation, request)).toHaveStatus(status, blameOf(operation));
    },
  );
}
