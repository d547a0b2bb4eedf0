import { clause, expect, inputOf, isObject, recordsOf, test } from '../support/index.ts';

const needs = ['writes'] as const;
const status = 200;

test(
  'starts an invocation for each subscription that is named',
  clause('invocations.test', { needs, smoke: true }),
  async ({ invocations, subscriptions }) => {
    const both = [await subscriptions.create(), await subscriptions.create()];

    const started = await invocations.start(both);
    const records = recordsOf(started);

    expect(started).toHaveStatus(200);
    expect(started).toKeep({
      holds: records.length === 2 && new Set(records.map(({ id }) => id)).size === 2,
      expected: '2 invocations, each with an id of its own',
      seen: `${records.length}, with ${new Set(records.map(({ id }) => id)).size} ids`,
    });
    expect(started).toKeep({
      holds: records.every(
        ({ secret, triggerId }) =>
          typeof secret === 'string' && secret !== '' && triggerId === both[0]?.draft.triggerId,
      ),
      expected: `a secret and the triggerId ${both[0]?.draft.triggerId} in each`,
      seen: records.map(({ secret, triggerId }) => `${typeof secret} and ${triggerId}`).join(', '),
    });
  },
);

test(
  'starts an invocation for every subscription of the trigger',
  clause('invocations.test', {
    needs: ['writes', 'broadcast'],
  }),
  async ({ api, invocations, places, subscriptions }) => {
    const triggerId = await places.lease('FIRE_AND_FORGET');
    const made = [await subscriptions.create({ triggerId }), await subscriptions.create({ triggerId })];

    const started = await api.startTestTriggerInvocation({ triggerId, contentJson: {} });
    const reached = await Promise.all(
      made.map(({ id }) => invocations.statuses(id, ({ records }) => records.length > 0)),
    );

    expect(started).toHaveStatus(200);
    expect(started).toKeep({
      // What others have there may have filters.
      holds: recordsOf(started).length >= made.length && reached.every(({ records }) => records.length === 1),
      expected: `at least ${made.length} invocations, one of each subscription of the test`,
      seen: `${recordsOf(started).length}, statuses of ${reached.filter(({ records }) => records.length > 0).length} of ${made.length}`,
    });
  },
);

test(
  'starts no invocation of a subscription that is not named',
  clause('invocations.test.subscription-ids', { needs }),
  async ({ invocations, subscriptions }) => {
    const [first, second, third] = [
      await subscriptions.create(),
      await subscriptions.create(),
      await subscriptions.create(),
    ];

    const started = await invocations.start([second]);
    const meant = await invocations.statuses(second.id, ({ records }) => records.length > 0);
    const others = [
      await invocations.statuses(first.id, () => true),
      await invocations.statuses(third.id, () => true),
    ].flatMap(({ records }) => records);

    expect(started).toHaveStatus(200);
    expect(started).toKeep({
      holds: recordsOf(started).length === 1 && meant.records.length === 1 && others.length === 0,
      expected: 'one invocation, of the subscription that was named',
      seen: `${recordsOf(started).length} started, ${meant.records.length} of the one named, ${others.length} of others`,
    });
  },
);

test(
  'reaches a disabled subscription',
  clause('invocations.test.disabled', { needs }),
  async ({ invocations, subscriptions }) => {
    const subscription = await subscriptions.create({ enabled: false });

    const started = await invocations.start([subscription]);

    expect(started).toHaveStatus(200);
    expect(started).toKeep({
      holds: recordsOf(started).length === 1,
      expected: 'one invocation',
      seen: `${recordsOf(started).length}`,
    });
  },
);

test(
  'sends the sample input of the trigger where none is given',
  clause('invocations.test.sample', { needs }),
  async ({ api, invocations, subscriptions }) => {
    const subscription = await subscriptions.create();
    const { triggerId } = subscription.draft;
    const [trigger] = recordsOf(await api.listTriggers({ filters: `id eq "${triggerId}"` }));
    const sample = isObject(trigger?.exampleInput) ? Object.keys(trigger.exampleInput) : [];

    const started = await invocations.startOne(subscription);
    const { record } = await invocations.status(started, subscription);
    const sent = Object.keys(inputOf(record));

    expect(started.answer).toKeep({
      holds: sent.length > 0 && (sample.length === 0 || sent.some((name) => sample.includes(name))),
      expected: `the sample input, with ${sample.slice(0, 4).join(', ')}`,
      seen: sent.length === 0 ? 'no input' : sent.slice(0, 6).join(', '),
    });
  },
);

test(
  'starts nothing for a subscription whose filter does not match',
  clause('invocations.test.filter', { needs, status }),
  async ({ events, invocations, subscriptions }) => {
    const [triggerId] = subscriptions.triggers;
    const [sales, finance] = [await events.of(triggerId, 'sales'), await events.of(triggerId, 'finance')];
    const filtered = await subscriptions.create({ triggerId, filter: finance.filter });
    const open = await subscriptions.create({ triggerId });

    const both = await invocations.start([filtered, open], { input: sales.input });
    await invocations.statuses(open.id, ({ records }) => records.length > 0);
    const fitting = await invocations.start([filtered], { input: finance.input });
    const shown = await invocations.statuses(filtered.id, ({ records }) => records.length > 0);

    expect(both).toHaveStatus(200);
    expect(fitting).toHaveStatus(200);
    expect(both).toKeep({
      holds: shown.records.length === 1 && finance.isIn(inputOf(shown.records[0] ?? {})),
      expected: 'one status, of the event that matches',
      seen: `${shown.records.length} statuses`,
    });
  },
);

test(
  'answers 204 where nobody is subscribed',
  clause('invocations.test.nobody', { needs: ['writes', 'broadcast'] }),
  async ({ api, places }) => {
    const triggerId = await places.leaseEmpty('FIRE_AND_FORGET');

    expect(await api.startTestTriggerInvocation({ triggerId, contentJson: {} })).toHaveStatus(204);
  },
);

test(
  'carries the contentJson of the test',
  clause('invocations.test.content', { needs }),
  async ({ events, invocations, subscriptions }) => {
    const subscription = await subscriptions.create();
    const { input } = await events.of(subscription.draft.triggerId, 'one');
    const contentJson = { workflowId: 1234, nested: { by: 'a contract test' } };

    const started = await invocations.startOne(subscription, { contentJson, input });
    const { answer, record } = await invocations.status(started, subscription);

    expect({ ...started.answer, body: recordsOf(started.answer)[0] }).toShow({ contentJson });
    expect({ ...answer, body: record }).toShow({ startInvocationInput: { contentJson, input } });
  },
);

const defects = [
  { name: 'without triggerId', change: { triggerId: undefined } },
  { name: 'without contentJson', change: { contentJson: undefined } },
  { name: 'with a text as contentJson', change: { contentJson: 'none' } },
  { name: 'with a text as input', change: { input: 'none' } },
];

for (const { name, change } of defects) {
  test(
    `refuses a test ${name}`,
    clause('invocations.test.required', { needs }),
    async ({ invocations, subscriptions }) => {
      const subscription = await subscriptions.create();

      const refused = await invocations.start([subscription], change);
      const accepted = await invocations.start([subscription]);

      expect(refused).toBeRefused(400);
      expect(accepted).toHaveStatus(200, { clause: 'invocations.test', status: 200 });
    },
  );
}
