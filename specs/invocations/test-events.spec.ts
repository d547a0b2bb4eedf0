import { isDeepStrictEqual } from 'node:util';
import {
  among,
  clause,
  contentOf,
  expect,
  inputOf,
  isObject,
  type JsonObject,
  type MarkedEvent,
  recordsOf,
  type Shown,
  startOf,
  test,
} from '../support/index.ts';

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
    const all = recordsOf(started).map(({ id }) => ({ id: String(id) }));
    const reached = await Promise.all(
      made.map(async ({ id }) => {
        const { records } = await invocations.statuses(id, (shown) => among(shown.records, all).length > 0);

        return among(records, all).length;
      }),
    );

    expect(started).toHaveStatus(200);
    expect(started).toKeep({
      // What others have there may have filters.
      holds: all.length >= made.length && reached.every((times) => times === 1),
      expected: `at least ${made.length} invocations, one of each subscription of the test`,
      seen: `${all.length}, of which ${reached.join(' and ')} of these`,
    });
  },
);

test(
  'starts no invocation of a subscription that is not named',
  clause('invocations.test.subscription-ids', { needs }),
  async ({ events, invocations, subscriptions }) => {
    const [first, second, third] = [
      await subscriptions.create(),
      await subscriptions.create(),
      await subscriptions.create(),
    ];
    const event = await events.of(second.draft.triggerId, 'of the second');
    const contentJson = { of: 'the second' };
    // Others may test the trigger meanwhile; theirs have neither this input nor this content.
    const isOwn = (record: JsonObject) =>
      event.isIn(inputOf(record)) || isDeepStrictEqual(contentOf(record), contentJson);

    const started = await invocations.start([second], { input: event.input, contentJson });
    const all = recordsOf(started).map(({ id }) => ({ id: String(id) }));
    const { records } = await invocations.statuses(
      second.id,
      (shown) => among(shown.records, all).length > 0,
    );
    const meant = among(records, all);
    const others = [
      await invocations.statuses(first.id, () => true),
      await invocations.statuses(third.id, () => true),
    ].flatMap((shown) => shown.records.filter(isOwn));

    expect(started).toHaveStatus(200);
    expect(started).toKeep({
      holds: all.length === 1 && meant.length === 1 && others.length === 0,
      expected: 'one invocation, of the subscription that was named',
      seen: `${all.length} started, ${meant.length} of the one named, ${others.length} of others`,
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
    await invocations.statuses(open.id, ({ records }) => records.some((each) => sales.isIn(inputOf(each))));
    const fitting = await invocations.start([filtered], { input: finance.input });
    const of = (event: MarkedEvent, { records }: Shown) =>
      records.filter((record) => event.isIn(inputOf(record))).length;
    const shown = await invocations.statuses(filtered.id, (each) => of(finance, each) > 0);

    expect(both).toHaveStatus(200);
    expect(fitting).toHaveStatus(200);
    expect(both).toKeep({
      holds: of(finance, shown) === 1 && of(sales, shown) === 0,
      expected: 'one status, of the event that matches',
      seen: `${of(finance, shown)}, and ${of(sales, shown)} of the one that does not`,
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
    expect({ ...answer, body: record }).toShow({ startInvocationInput: { input } });
    // Of what started an invocation a status may leave out all but the input.
    if ('contentJson' in startOf(record))
      expect({ ...answer, body: record }).toShow({ startInvocationInput: { contentJson } });
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
