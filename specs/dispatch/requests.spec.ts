import { clause, expect, isObject, test, without } from '../support/index.ts';

const needs = ['writes', 'subscriber'] as const;
const status = 200;

/** Its events may hold attributes of any kind. */
const ofIdentities = 'idn:identity-created';
const noFreeInput = {
  capability: 'free-input',
  reason: 'needs a trigger whose input may hold anything: the tenant refuses the one that is tried',
} as const;

test(
  'sends an event as a POST of JSON to the address of the subscription',
  clause('dispatch.request', { needs, status, smoke: true }),
  async ({ events, hooks, invocations, subscriptions }) => {
    const hook = hooks.open();
    const subscription = await subscriptions.create({ httpConfig: hook.config() });
    const { input } = await events.of(subscription.draft.triggerId, 'one');

    const { answer } = await invocations.startOne(subscription, { input });
    const event = await hook.arrival();

    expect(answer).toKeep({
      holds:
        event.method === 'POST' &&
        /^application\/([\w.-]+\+)?json\b/i.test(event.headers['content-type'] ?? '') &&
        isObject(event.json),
      expected: 'a POST of application/json with an object',
      seen: `${event.method} of ${event.headers['content-type'] ?? 'no Content-Type'}, ${isObject(event.json) ? 'an object' : 'no object'}`,
    });
  },
);

test(
  'sends the input of the invocation',
  clause('dispatch.input', { needs, status }),
  async ({ events, hooks, invocations, subscriptions }) => {
    const hook = hooks.open();
    const subscription = await subscriptions.create({ httpConfig: hook.config() });
    const meant = await events.of(subscription.draft.triggerId, 'one');

    const { answer } = await invocations.startOne(subscription, { input: meant.input });
    const { json } = await hook.arrivalOf(meant);

    expect({ ...answer, body: json }).toShow(meant.input);
  },
);

test(
  'keeps what is hard to keep of an input',
  clause('dispatch.input', { needs, status }),
  async ({ events, hooks, invocations, subscriptions }) => {
    const hook = hooks.open();
    const [first] = subscriptions.triggers;
    const triggerId = subscriptions.triggers.includes(ofIdentities) ? ofIdentities : first;
    const subscription = await subscriptions.create({ triggerId, httpConfig: hook.config() });
    const meant = await events.of(triggerId, 'one');
    const attributes = {
      none: null,
      number: 42,
      flag: false,
      list: [1, 'two', null, { three: 3 }],
      script: 'Zo\u00eb \u65e5\u672c \u{1f600}',
      lines: 'one\r\ntwo\n',
      markup: '<b>R&D</b> "x"',
      blanks: ' x ',
      long: 'y'.repeat(300),
      time: '2026-01-02T03:04:05.678Z',
      numeric: '69',
      decimal: 1.25,
      empty: '',
      none_as_text: 'null',
      no_entries: [],
      'dotted.name': 1,
    };
    const changes = [{ attribute: 'department' }, { attribute: 'manager' }];

    const { answer } = await invocations.startOneUnlessRefused(
      subscription,
      { input: { ...meant.input, attributes, changes } },
      noFreeInput,
    );
    const { json } = await hook.arrivalOf(meant);
    const sent = isObject(json) && isObject(json.attributes) ? json.attributes : {};

    expect({ ...answer, body: json }).toShow({ changes });
    expect(answer).toKeep({
      holds: Object.keys(sent).every((name) => name in attributes),
      expected: 'the attributes that were sent, and no others',
      seen: Object.keys(sent).join(', '),
    });
    for (const [name, value] of Object.entries(attributes)) {
      expect(answer).toKeep({
        holds: JSON.stringify(sent[name]) === JSON.stringify(value),
        expected: `attributes.${name} ${JSON.stringify(value)}`,
        seen: `attributes.${name} ${JSON.stringify(sent[name]) ?? 'absent'}`,
      });
    }
  },
);

test(
  'sends each event with its own input',
  clause('dispatch.input', { needs, status }),
  async ({ events, hooks, invocations, subscriptions }) => {
    const hook = hooks.open();
    const subscription = await subscriptions.create({ httpConfig: hook.config() });
    const [first, second] = [
      await events.of(subscription.draft.triggerId, 'first'),
      await events.of(subscription.draft.triggerId, 'second'),
    ];

    await invocations.startOne(subscription, { input: first.input });
    const { number: one } = await hook.arrivalOf(first);
    const { answer } = await invocations.startOne(subscription, { input: second.input });
    const { number: other } = await hook.arrivalOf(second);

    expect(answer).toKeep({
      holds: hook.arrivalsOf(first) === 1 && hook.arrivalsOf(second) === 1 && one < other,
      expected: 'the first input, then the second',
      seen: `the first ${hook.arrivalsOf(first)} times, the second ${hook.arrivalsOf(second)} times`,
    });
  },
);

test(
  'sends an event to each of the addresses of a trigger',
  clause('dispatch.request', { needs, status }),
  async ({ events, hooks, invocations, subscriptions }) => {
    const [one, other] = [hooks.open(), hooks.open()];
    const made = [
      await subscriptions.create({ httpConfig: one.config() }),
      await subscriptions.create({ httpConfig: other.config() }),
    ];

    const { input } = await events.of(made[0]?.draft.triggerId, 'one');

    const started = await invocations.start(made, { input });

    expect(started).toHaveStatus(200, { clause: 'invocations.test', status });
    expect(started).toKeep(await one.arrives());
    expect(started).toKeep(await other.arrives());
  },
);

test(
  'keeps the query of the address',
  clause('dispatch.request', { needs, status }),
  async ({ events, hooks, invocations, subscriptions }) => {
    const hook = hooks.open();
    const url = `${hook.url}?code=a%20b&page=2`;
    const subscription = await subscriptions.create({ httpConfig: hook.config({ url }) });
    const { input } = await events.of(subscription.draft.triggerId, 'one');

    const { answer } = await invocations.startOne(subscription, { input });
    const { query } = await hook.arrival();

    expect(answer).toKeep({
      holds: query === '?code=a%20b&page=2' || query === '?code=a+b&page=2',
      expected: 'the query ?code=a%20b&page=2',
      seen: query === '' ? 'no query' : query,
    });
  },
);

test(
  'sends to the address that a PUT brought',
  clause('dispatch.request', { needs, status }),
  async ({ api, events, hooks, invocations, subscriptions }) => {
    const [before, after] = [hooks.open(), hooks.open()];
    const subscription = await subscriptions.create({ httpConfig: before.config() });
    const updated = await api.updateSubscription(subscription.id, {
      ...without(subscription.draft, 'triggerId'),
      httpConfig: after.config(),
    });
    const { input } = await events.of(subscription.draft.triggerId, 'one');

    const { answer } = await invocations.startOne(subscription, { input });

    expect(updated).toHaveStatus(200, {
      clause: 'subscriptions.update',
      operation: 'updateSubscription',
      status: 200,
    });
    expect(answer).toKeep(await after.arrives());
  },
);
