import {
  type Answer,
  clause,
  expect,
  type JsonObject,
  lookAgain,
  recordsNeed,
  recordsOf,
  recordsToPage,
  test,
} from '../support/index.ts';

/** Filters that nothing fits. */
const nobody = {
  listTriggers: 'id eq "idn:no-such-trigger"',
  listSubscriptions: 'id eq "no-such-subscription"',
  listTriggerInvocationStatus: 'subscriptionId eq "no-such-subscription"',
} as const;

for (const operation of ['listTriggers', 'listSubscriptions', 'listTriggerInvocationStatus'] as const) {
  const needs = recordsNeed[operation];

  test(
    `says how many records ${operation} has on all pages`,
    clause('collections.count', { operation, needs }),
    async ({ api, invocations, subscriptions, target }) => {
      const query = await recordsToPage[operation]({ invocations, subscriptions, target });

      const [whole, page] = await lookAgain(
        async (): Promise<readonly [Answer, Answer]> => [
          await api.call(operation, { query: { ...query, count: true, limit: 250 } }),
          await api.call(operation, { query: { ...query, count: true, limit: 2 } }),
        ],
        ([all, some]) => totalIs(all, recordsOf(all)).holds && totalIs(some, recordsOf(all)).holds,
      );

      expect(whole).toHaveStatus(200);
      expect(whole).toKeep(totalIs(whole, recordsOf(whole)));
      expect(page).toKeep(totalIs(page, recordsOf(whole)));
    },
  );

  test(
    `counts ${operation} behind an offset as well, and where there is nothing`,
    clause('collections.count', { operation, needs }),
    async ({ api, invocations, subscriptions, target }) => {
      const query = await recordsToPage[operation]({ invocations, subscriptions, target });

      const [whole, behind] = await lookAgain(
        async (): Promise<readonly [Answer, Answer]> => [
          await api.call(operation, { query: { ...query, limit: 250 } }),
          await api.call(operation, { query: { ...query, count: true, limit: 2, offset: 3 } }),
        ],
        ([all, rest]) => totalIs(rest, recordsOf(all)).holds,
      );
      const nothing = await api.call(operation, { query: { count: true, filters: nobody[operation] } });

      expect(behind).toKeep(totalIs(behind, recordsOf(whole)));
      expect(nothing).toKeep(totalIs(nothing, []));
    },
  );

  for (const count of [undefined, false]) {
    test(
      `leaves X-Total-Count out of ${operation} with count ${count}`,
      clause('collections.count.absent', {
        operation,
        needs,
      }),
      async ({ api, invocations, subscriptions, target }) => {
        const query = await recordsToPage[operation]({ invocations, subscriptions, target });

        const answer = await api.call(operation, { query: { ...query, ...(count === false && { count }) } });

        expect(answer).toHaveStatus(200);
        expect(answer).toKeep({
          holds: answer.headers['x-total-count'] === undefined,
          expected: 'no X-Total-Count',
          seen: `X-Total-Count: ${answer.headers['x-total-count']}`,
        });
      },
    );
  }
}

/** The total that an answer tells is the number of all records. */
const totalIs = ({ headers }: Answer, { length: records }: readonly JsonObject[]) => {
  const total = headers['x-total-count'];

  return {
    holds: total === String(records),
    expected: `X-Total-Count: ${records}`,
    seen: `X-Total-Count: ${total ?? 'absent'}`,
  };
};
