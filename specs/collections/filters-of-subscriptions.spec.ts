import {
  allFit,
  clause,
  expect,
  objectOf,
  showsOf,
  test,
  threeSubscriptions,
  without,
} from '../support/index.ts';

const operation = 'listSubscriptions';
const needs = ['writes'] as const;

const half = (text: string): string => text.slice(0, Math.ceil(text.length / 2));

const logic = [
  { id: 'collections.filter.eq', title: 'an id', filters: ({ a1 }) => `id eq "${a1}"`, wanted: ['a1'] },
  {
    id: 'collections.filter.eq',
    title: 'a trigger',
    filters: ({ a }) => `triggerId eq "${a}"`,
    wanted: ['a1', 'a2'],
  },
  {
    id: 'collections.filter.eq',
    title: 'half an id',
    filters: ({ a1 }) => `id eq "${half(a1)}"`,
    wanted: [],
  },
  {
    id: 'collections.filter.eq',
    title: 'half a trigger',
    filters: ({ a }) => `triggerId eq "${half(a)}"`,
    wanted: [],
  },
  {
    id: 'collections.filter.eq',
    title: 'a trigger and the type HTTP',
    filters: ({ a }) => `triggerId eq "${a}" and type eq "HTTP"`,
    wanted: ['a1', 'a2'],
  },
  {
    id: 'collections.filter.and',
    title: 'an id and its trigger',
    filters: ({ a, a1 }) => `triggerId eq "${a}" and id eq "${a1}"`,
    wanted: ['a1'],
  },
  {
    id: 'collections.filter.and',
    title: 'an id and another trigger',
    filters: ({ b, a1 }) => `triggerId eq "${b}" and id eq "${a1}"`,
    wanted: [],
  },
  {
    id: 'collections.filter.or',
    title: 'one id or another',
    filters: ({ a1, b1 }) => `id eq "${a1}" or id eq "${b1}"`,
    wanted: ['a1', 'b1'],
  },
  {
    id: 'collections.filter.not',
    title: 'a trigger and not an id',
    filters: ({ a, a1 }) => `triggerId eq "${a}" and not (id eq "${a1}")`,
    wanted: ['a2'],
  },
  {
    id: 'collections.filter.precedence',
    title: 'an id, or another and another trigger',
    filters: ({ b, a1, a2 }) => `id eq "${a1}" or id eq "${a2}" and triggerId eq "${b}"`,
    wanted: ['a1'],
  },
  {
    id: 'collections.filter.precedence',
    title: 'not an id, and its trigger',
    filters: ({ a, a1 }) => `not id eq "${a1}" and triggerId eq "${a}"`,
    wanted: ['a2'],
  },
  {
    id: 'collections.filter.parentheses',
    title: 'one id or another, and a trigger',
    filters: ({ b, a1, b1 }) => `(id eq "${a1}" or id eq "${b1}") and triggerId eq "${b}"`,
    wanted: ['b1'],
  },
] as const satisfies readonly {
  id: Parameters<typeof clause>[0];
  title: string;
  filters: (names: Awaited<ReturnType<typeof threeSubscriptions>>) => string;
  wanted: readonly ('a1' | 'a2' | 'b1')[];
}[];

for (const { id, title, filters, wanted } of logic) {
  test(
    `lists subscriptions by ${title}`,
    clause(id, { operation, needs }),
    async ({ api, subscriptions }) => {
      const names = await threeSubscriptions(subscriptions);

      const answer = await api.listSubscriptions({ filters: filters(names), limit: 250 });

      expect(answer).toHaveStatus(200);
      expect(answer).toKeep(
        showsOf(
          answer,
          [names.a1, names.a2, names.b1],
          wanted.map((each) => names[each]),
        ),
      );
    },
  );
}

test(
  'gives only subscriptions of the trigger',
  clause('collections.filter.eq', { operation, needs }),
  async ({ api, subscriptions }) => {
    const { a } = await threeSubscriptions(subscriptions);

    const answer = await api.listSubscriptions({ filters: `triggerId eq "${a}"`, limit: 250 });

    expect(answer).toKeep(allFit(answer, `subscriptions of ${a}`, ({ triggerId }) => triggerId === a));
  },
);

const types = [
  {
    filters: 'type eq "EVENTBRIDGE"',
    fits: (type: string) => type === 'EVENTBRIDGE',
    id: 'collections.filter.eq',
    wanted: ['bridge'],
  },
  {
    filters: 'type le "EVENTBRIDGE"',
    fits: (type: string) => type <= 'EVENTBRIDGE',
    id: 'collections.filter.order',
    wanted: ['bridge'],
  },
  {
    filters: 'type le "HTTP"',
    fits: (type: string) => type <= 'HTTP',
    id: 'collections.filter.order',
    wanted: ['bridge', 'http'],
  },
] as const;

for (const { filters, fits, id, wanted } of types) {
  test(
    `lists subscriptions by ${filters}`,
    clause(id, { operation, needs }),
    async ({ api, subscriptions }) => {
      const eventBridgeConfig = { awsAccount: '123456789012', awsRegion: 'us-west-1' };
      const created = await subscriptions.attempt(
        without(subscriptions.draft({ type: 'EVENTBRIDGE', eventBridgeConfig }), 'httpConfig'),
      );
      expect(created).toHaveStatus(201, {
        clause: 'subscriptions.create.event-bridge',
        operation: 'createSubscription',
      });
      const made = { bridge: String(objectOf(created).id), http: (await subscriptions.create()).id };

      const own = `(id eq "${made.bridge}" or id eq "${made.http}")`;
      const answer = await api.listSubscriptions({ filters: `${own} and ${filters}` });
      const all = await api.listSubscriptions({ filters, limit: 250 });

      expect(answer).toHaveStatus(200);
      expect(answer).toKeep(
        showsOf(
          answer,
          Object.values(made),
          wanted.map((each) => made[each]),
        ),
      );
      expect(all).toKeep(allFit(all, `only subscriptions with ${filters}`, ({ type }) => fits(String(type))));
    },
  );
}
