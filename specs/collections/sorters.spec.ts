import { clause, expect, inOrderOf, recordsNeed, type Subscriptions, test } from '../support/index.ts';

const orders = [
  { operation: 'listTriggers', id: 'collections.sort', sorters: 'id', by: 'id', direction: 'ascending' },
  { operation: 'listTriggers', id: 'collections.sort', sorters: 'name', by: 'name', direction: 'ascending' },
  {
    operation: 'listTriggers',
    id: 'collections.sort.descending',
    sorters: '-id',
    by: 'id',
    direction: 'descending',
  },
  {
    operation: 'listTriggers',
    id: 'collections.sort.descending',
    sorters: '-name',
    by: 'name',
    direction: 'descending',
  },
  {
    operation: 'listTriggers',
    id: 'collections.sort.several',
    sorters: '-id,name',
    by: 'id',
    direction: 'descending',
  },
  {
    operation: 'listTriggers',
    id: 'collections.sort.several',
    sorters: 'name,-id',
    by: 'name',
    direction: 'ascending',
  },
  {
    operation: 'listSubscriptions',
    id: 'collections.sort',
    sorters: 'triggerId',
    by: 'triggerId',
    direction: 'ascending',
  },
  {
    operation: 'listSubscriptions',
    id: 'collections.sort',
    sorters: 'triggerName',
    by: 'triggerName',
    direction: 'ascending',
  },
  {
    operation: 'listSubscriptions',
    id: 'collections.sort.descending',
    sorters: '-triggerId',
    by: 'triggerId',
    direction: 'descending',
  },
  {
    operation: 'listSubscriptions',
    id: 'collections.sort.descending',
    sorters: '-triggerName',
    by: 'triggerName',
    direction: 'descending',
  },
  {
    operation: 'listSubscriptions',
    id: 'collections.sort.several',
    sorters: '-triggerId,triggerName',
    by: 'triggerId',
    direction: 'descending',
  },
  {
    operation: 'listSubscriptions',
    id: 'collections.sort.several',
    sorters: 'triggerName,-triggerId',
    by: 'triggerName',
    direction: 'ascending',
  },
] as const;

const arrangements = {
  listTriggers: async () => {},
  listSubscriptions: async (subscriptions: Subscriptions) => {
    const [first, second, third] = subscriptions.triggers;
    for (const triggerId of [second, third, first, second]) await subscriptions.create({ triggerId });
  },
};

for (const { operation, id, sorters, by, direction } of orders) {
  test(
    `sorts ${operation} by ${sorters}`,
    clause(id, { operation, needs: recordsNeed[operation] }),
    async ({ api, subscriptions }) => {
      await arrangements[operation](subscriptions);

      const answer = await api.call(operation, { query: { sorters, limit: 250 } });

      expect(answer).toHaveStatus(200);
      expect(answer).toKeep(inOrderOf(answer, by, direction));
    },
  );
}
