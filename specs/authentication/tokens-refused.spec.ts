import { blameOf, clause, expect, rightRequests, test, withToken } from '../support/index.ts';

for (const operation of withToken) {
  const { status, needs, prepare } = rightRequests[operation];

  test(
    `refuses ${operation} without a token`,
    clause('auth.token.missing', { operation, needs, smoke: operation.startsWith('list') }),
    async ({ api, awaiting, invocations, subscriptions }) => {
      const request = await prepare({ awaiting, invocations, subscriptions });

      expect(await api.call(operation, { ...request, as: 'anonymous' })).toBeRefused(401);
      expect(await api.call(operation, request)).toHaveStatus(status, blameOf(operation));
    },
  );

  test(
    `refuses ${operation} with a token of its own making`,
    clause('auth.token.forged', { operation, needs }),
    async ({ api, awaiting, invocations, subscriptions }) => {
      const request = await prepare({ awaiting, invocations, subscriptions });

      expect(await api.call(operation, { ...request, as: 'forged' })).toBeRefused(401);
      expect(await api.call(operation, request)).toHaveStatus(status, blameOf(operation));
    },
  );

  test(
    `refuses ${operation} with its token changed`,
    clause('auth.token.forged', { operation, needs }),
    async ({ api, awaiting, invocations, subscriptions }) => {
      const request = await prepare({ awaiting, invocations, subscriptions });

      expect(await api.call(operation, { ...request, as: 'tampered' })).toBeRefused(401);
      expect(await api.call(operation, request)).toHaveStatus(status, blameOf(operation));
    },
  );

  test(
    `refuses ${operation} with an expired token`,
    clause('auth.token.expired', {
      operation,
      needs: ['expired', ...needs],
    }),
    async ({ api, awaiting, invocations, subscriptions }) => {
      const request = await prepare({ awaiting, invocations, subscriptions });

      expect(await api.call(operation, { ...request, as: 'expired' })).toBeRefused(401);
      expect(await api.call(operation, request)).toHaveStatus(status, blameOf(operation));
    },
  );
}
