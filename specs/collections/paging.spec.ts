import {
  type Api,
  clause,
  expect,
  inOrderOf,
  type JsonObject,
  lookAgain,
  recordsNeed,
  recordsOf,
  recordsToPage,
  test,
  type Walked,
  walkPages,
} from '../support/index.ts';

for (const operation of ['listTriggers', 'listSubscriptions', 'listTriggerInvocationStatus'] as const) {
  const needs = recordsNeed[operation];

  for (const { limit, offset } of [
    { limit: 1, offset: 0 },
    { limit: 3, offset: 0 },
    { limit: 2, offset: 1 },
  ]) {
    test(
      `gives pages of at most ${limit} of ${operation} from offset ${offset}`,
      clause('collections.limit', { operation, needs }),
      async ({ api, invocations, subscriptions, target }) => {
        const query = await recordsToPage[operation]({ invocations, subscriptions, target });

        const answer = await api.call(operation, { query: { ...query, limit, offset } });

        expect(answer).toHaveStatus(200);
        expect(answer).toKeep({
          holds: recordsOf(answer).length <= limit,
          expected: `at most ${limit} record${limit === 1 ? '' : 's'}`,
          seen: `${recordsOf(answer).length} records`,
        });
      },
    );
  }

  for (const direction of ['ascending', 'descending'] as const) {
    test(
      `sorts ${operation} ${direction} before it pages`,
      clause('collections.sort', { operation, needs }),
      async ({ api, invocations, subscriptions, target }) => {
        const { sorters: by, ...query } = await recordsToPage[operation]({
          invocations,
          subscriptions,
          target,
        });
        const sorters = `${direction === 'descending' ? '-' : ''}${by}`;

        const first = await api.call(operation, { query: { ...query, sorters, limit: 2 } });
        const second = await api.call(operation, { query: { ...query, sorters, limit: 2, offset: 2 } });
        const joined = { ...second, body: [...recordsOf(first), ...recordsOf(second)] };

        expect(first).toHaveStatus(200);
        expect(joined).toKeep(inOrderOf(joined, by, direction));
      },
    );
  }

  for (const limit of [2, 3]) {
    test(
      `joins pages of ${limit} of ${operation} to the whole`,
      clause('collections.offset', { operation, needs }),
      async ({ api, invocations, subscriptions, target }) => {
        const query = await recordsToPage[operation]({ invocations, subscriptions, target });

        const { walked, facts } = await lookAgain(
          async () => {
            const whole = await api.call(operation, { query: { ...query, limit: 250 } });
            const seen = await walkPages(api, operation, { ...query, limit });

            return { walked: seen, facts: pagesOf(seen, recordsOf(whole)) };
          },
          (seen) => seen.facts.every(({ holds }) => holds),
        );

        for (const fact of facts) expect(walked.last).toKeep(fact);
      },
    );
  }

  test(
    `gives nothing behind the end of ${operation}`,
    clause('collections.offset.end', { operation, needs }),
    async ({ api, invocations, subscriptions, target }) => {
      const query = await recordsToPage[operation]({ invocations, subscriptions, target });

      const answer = await api.call(operation, { query: { ...query, limit: 50, offset: 100_000 } });

      expect(answer).toKeep({
        holds: recordsOf(answer).length === 0 && answer.status < 500,
        expected: 'an empty page or a 4xx',
        seen: `${answer.status}, ${recordsOf(answer).length} records`,
      });
    },
  );

  test(
    `gives an empty page of ${operation} for a limit of 0`,
    clause('collections.limit.zero', { operation, needs }),
    async ({ api, invocations, subscriptions, target }) => {
      const query = await recordsToPage[operation]({ invocations, subscriptions, target });

      const answer = await api.call(operation, { query: { ...query, limit: 0 } });

      expect(answer).toKeep({
        holds: answer.status === 200 && recordsOf(answer).length === 0,
        expected: '200, no records',
        seen: `${answer.status}, ${recordsOf(answer).length} records`,
      });
    },
  );
}

test(
  'gives at most 250 of more subscriptions, and the rest behind them',
  clause('collections.limit.default', {
    operation: 'listSubscriptions',
    needs: ['writes', 'limits', 'bulk'],
  }),
  async ({ api, places }) => {
    const made: string[] = [];
    for (let filled = 0; filled < 6; filled += 1) {
      const trigger = await places.lease('FIRE_AND_FORGET');
      made.push(...(await places.fill(trigger, 50)).ids);
    }

    const first = await api.listSubscriptions();
    const seen = new Set<string>();
    let { last } = await walkInto(seen, api);
    // What others make and delete meanwhile moves records over the edge of a page; what is lost each time, is lost.
    for (let walks = 1; walks < 3 && !made.every((id) => seen.has(id)); walks += 1)
      ({ last } = await walkInto(seen, api));

    expect(first).toHaveStatus(200);
    expect(first).toKeep({
      holds: recordsOf(first).length <= 250,
      expected: 'at most 250 records',
      seen: `${recordsOf(first).length}`,
    });
    expect(last).toKeep({
      holds: made.every((id) => seen.has(id)),
      expected: `the ${made.length} subscriptions on pages of 250 at most`,
      seen: `${made.filter((id) => seen.has(id)).length} of them`,
    });
  },
);

/** Pages as the tenant cuts them by default. */
const walkInto = async (seen: Set<string>, api: Api) => {
  const walked = await walkPages(api, 'listSubscriptions');
  for (const id of walked.ids) seen.add(id);

  return walked;
};

const pagesOf = ({ ids, pages }: Walked, whole: readonly JsonObject[]) => [
  {
    holds: new Set(ids).size === ids.length,
    expected: 'each record on one page',
    seen: `${ids.length - new Set(ids).size} records again on another page`,
  },
  {
    holds:
      ids.toSorted().join() ===
      whole
        .map(({ id }) => String(id))
        .toSorted()
        .join(),
    expected: `the ${whole.length} records of the whole`,
    seen: `${ids.length} records on ${pages} pages`,
  },
];
