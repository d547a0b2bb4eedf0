import {
  type Answer,
  allFit,
  clause,
  expect,
  inOrderOfAll,
  isEnded,
  lookAgain,
  showsOf,
  test,
  threeInvocations,
} from '../support/index.ts';

const operation = 'listTriggerInvocationStatus';
const needs = ['writes'] as const;

type Names = Awaited<ReturnType<typeof threeInvocations>>;

const logic = [
  {
    id: 'collections.filter.eq',
    title: 'a subscription',
    filters: ({ first }) => `subscriptionId eq "${first}"`,
    wanted: ['a1'],
  },
  {
    id: 'collections.filter.eq',
    title: 'half a subscription',
    filters: ({ first }) => `subscriptionId eq "${first.slice(0, Math.ceil(first.length / 2))}"`,
    wanted: [],
  },
  {
    id: 'collections.filter.eq',
    title: 'a trigger',
    filters: ({ a }) => `triggerId eq "${a}"`,
    wanted: ['a1', 'a2'],
  },
  {
    id: 'collections.filter.and',
    title: 'a trigger and a subscription',
    filters: ({ a, second }) => `triggerId eq "${a}" and subscriptionId eq "${second}"`,
    wanted: ['a2'],
  },
  {
    id: 'collections.filter.and',
    title: 'another trigger and a subscription',
    filters: ({ b, second }) => `triggerId eq "${b}" and subscriptionId eq "${second}"`,
    wanted: [],
  },
  {
    id: 'collections.filter.or',
    title: 'one subscription or another',
    filters: ({ first, third }) => `subscriptionId eq "${first}" or subscriptionId eq "${third}"`,
    wanted: ['a1', 'b1'],
  },
  {
    id: 'collections.filter.not',
    title: 'a trigger and not a subscription',
    filters: ({ a, first }) => `triggerId eq "${a}" and not (subscriptionId eq "${first}")`,
    wanted: ['a2'],
  },
  {
    id: 'collections.filter.precedence',
    title: 'a subscription, or another and another trigger',
    filters: ({ b, first, second }) =>
      `subscriptionId eq "${first}" or subscriptionId eq "${second}" and triggerId eq "${b}"`,
    wanted: ['a1'],
  },
  {
    id: 'collections.filter.parentheses',
    title: 'one subscription or another, and a trigger',
    filters: ({ b, first, third }) =>
      `(subscriptionId eq "${first}" or subscriptionId eq "${third}") and triggerId eq "${b}"`,
    wanted: ['b1'],
  },
] as const satisfies readonly {
  id: Parameters<typeof clause>[0];
  title: string;
  filters: (names: Names) => string;
  wanted: readonly ('a1' | 'a2' | 'b1')[];
}[];

for (const { id, title, filters, wanted } of logic) {
  test(
    `lists statuses by ${title}`,
    clause(id, { operation, needs }),
    async ({ api, invocations, subscriptions }) => {
      const names = await threeInvocations(subscriptions, invocations);

      const shown = (answer: Answer) =>
        showsOf(
          answer,
          [names.a1, names.a2, names.b1],
          wanted.map((each) => names[each]),
        );

      const answer = await lookAgain(
        () => api.listStatuses({ filters: filters(names), limit: 250, sorters: '-created' }),
        (seen) => shown(seen).holds,
      );

      expect(answer).toHaveStatus(200);
      expect(answer).toKeep(shown(answer));
    },
  );
}

test(
  'gives only statuses of the subscription',
  clause('collections.filter.eq', { operation, needs }),
  async ({ api, invocations, subscriptions }) => {
    const { first } = await threeInvocations(subscriptions, invocations);

    const answer = await api.listStatuses({ filters: `subscriptionId eq "${first}"`, limit: 250 });

    expect(answer).toKeep(
      allFit(answer, `statuses of ${first}`, ({ subscriptionId }) => subscriptionId === first),
    );
  },
);

const orders = [
  { id: 'collections.sort', sorters: 'created' },
  { id: 'collections.sort', sorters: 'completed' },
  { id: 'collections.sort', sorters: 'triggerId' },
  { id: 'collections.sort', sorters: 'subscriptionName' },
  { id: 'collections.sort.descending', sorters: '-created' },
  { id: 'collections.sort.descending', sorters: '-completed' },
  { id: 'collections.sort.descending', sorters: '-triggerId' },
  { id: 'collections.sort.descending', sorters: '-subscriptionName' },
  { id: 'collections.sort.several', sorters: 'triggerId,-created' },
  { id: 'collections.sort.several', sorters: '-triggerId,created' },
  { id: 'collections.sort.several', sorters: '-subscriptionName,-created' },
] as const;

for (const { id, sorters } of orders) {
  test(
    `sorts statuses by ${sorters}`,
    clause(id, { operation, needs }),
    async ({ api, invocations, subscriptions, target }) => {
      const [a = '', b = ''] = subscriptions.triggers;
      const one = await subscriptions.create({ triggerId: b });
      const other = await subscriptions.create({ triggerId: a });
      for (const subscription of [one, other, one, other, one]) {
        await invocations.startOne(subscription);
        await target.sleep(20);
      }
      await invocations.statuses(one.id, ({ records }) => records.length >= 3);

      const filters = `subscriptionId eq "${one.id}" or subscriptionId eq "${other.id}"`;
      const answer = await api.listStatuses({ sorters, filters, limit: 250 });

      expect(answer).toHaveStatus(200);
      expect(answer).toKeep(inOrderOfAll(answer, sorters));
    },
  );
}

test(
  'sorts statuses by completed where what was started first ended last',
  clause('collections.sort', { operation, needs: ['writes', 'subscriber'] }),
  async ({ api, hooks, invocations, subscriptions, target }) => {
    const [slow, quick] = [hooks.open({ body: {}, afterMs: 500 }), hooks.open()];
    const first = await subscriptions.create({ httpConfig: slow.config() });
    const second = await subscriptions.create({ httpConfig: quick.config() });
    const late = await invocations.startOne(first);
    await slow.arrival();
    const soon = await invocations.startOne(second);
    await invocations.status(soon, second, isEnded);
    await target.sleep(600);
    await invocations.status(late, first, isEnded);

    const filters = `subscriptionId eq "${first.id}" or subscriptionId eq "${second.id}"`;
    const answer = await api.listStatuses({ sorters: 'completed', filters, limit: 250 });

    expect(answer).toHaveStatus(200);
    expect(answer).toKeep(inOrderOfAll(answer, 'completed'));
  },
);
