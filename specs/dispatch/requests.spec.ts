import { clause, expect, isObject, test, without } from '../support/index.ts';

const needs = ['writes', 'subscriber'] as const;
const status = 200;
const input = { identity: { id: 'i1', name: 'Ida', type: 'IDENTITY' }, attributes: { department: 'sales' } };

test(
  'sends an event as a POST of JSON to the address of the subscription',
  clause('dispatch.request', { needs, status, smoke: true }),
  async ({ hooks, invocations, subscriptions }) => {
    const hook = hooks.open();
    const subscription = await subscriptions.create({ httpConfig: hook.config() });

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
  async ({ hooks, invocations, subscriptions }) => {
    const hook = hooks.open();
    const subscription = await subscriptions.create({ httpConfig: hook.config() });

    const { answer } = await invocations.startOne(subscription, { input });
    const event = await hook.arrival();

    expect({ ...answer, body: event.json }).toShow(input);
  },
);

test(
  'keeps what is hard to keep of an input',
  clause('dispatch.input', { needs, status }),
  async ({ hooks, invocations, subscriptions }) => {
    const hook = hooks.open();
    const subscription = await subscriptions.create({ httpConfig: hook.config() });
    const attributes = {
      none: null,
      number: 42,
      flag: false,
      list: [1, 'two', null, { three: 3 }],
      script: 'Zo\u00eb \u65e5\u672c',
    };

    const changes = [{ attribute: 'department' }, { attribute: 'manager' }];

    const { answer } = await invocations.startOne(subscription, { input: { ...input, attributes, changes } });
    const { json } = await hook.arrival();
    const sent = isObject(json) && isObject(json.attributes) ? json.attributes : {};

    expect({ ...answer, body: json }).toShow({ changes });

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
  async ({ hooks, invocations, subscriptions }) => {
    const hook = hooks.open();
    const subscription = await subscriptions.create({ httpConfig: hook.config() });

    await invocations.startOne(subscription, { input: { ...input, round: 1 } });
    await hook.arrivesTimes(1);
    const { answer } = await invocations.startOne(subscription, { input: { ...input, round: 2 } });
    await hook.arrivesTimes(2);
    const rounds = hook.arrivals().map(({ json }) => (isObject(json) ? json.round : undefined));

    expect(answer).toKeep({
      holds: rounds.join() === '1,2',
      expected: 'the first input, then the second',
      seen: `rounds ${rounds.join(', then ')}`,
    });
  },
);

test(
  'sends an event to each of the addresses of a trigger',
  clause('dispatch.request', { needs, status }),
  async ({ hooks, invocations, subscriptions }) => {
    const [one, other] = [hooks.open(), hooks.open()];
    const made = [
      await subscriptions.create({ httpConfig: one.config() }),
      await subscriptions.create({ httpConfig: other.config() }),
    ];

    const started = await invocations.start(made, { input });

    expect(started).toHaveStatus(200, { clause: 'invocations.test', status });
    expect(started).toKeep(await one.arrives());
    expect(started).toKeep(await other.arrives());
  },
);

test(
  'keeps the query of the address',
  clause('dispatch.request', { needs, status }),
  async ({ hooks, invocations, subscriptions }) => {
    const hook = hooks.open();
    const url = `${hook.url}?code=a%20b&page=2`;
    const subscription = await subscriptions.create({ httpConfig: hook.config({ url }) });

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
  async ({ api, hooks, invocations, subscriptions }) => {
    const [before, after] = [hooks.open(), hooks.open()];
    const subscription = await subscriptions.create({ httpConfig: before.config() });
    const updated = await api.updateSubscription(subscription.id, {
      ...without(subscription.draft, 'triggerId'),
      httpConfig: after.config(),
    });

    const { answer } = await invocations.startOne(subscription, { input });

    expect(updated).toHaveStatus(200, {
      clause: 'subscriptions.update',
      operation: 'updateSubscription',
      status: 200,
    });
    expect(answer).toKeep(await after.arrives());
  },
);

for (const reply of [200, 500, 503]) {
  test(
    `sends an event once, to a subscriber that answers ${reply} as well`,
    clause('dispatch.once', { needs, status }),
    async ({ hooks, invocations, subscriptions }) => {
      const hook = hooks.open({ status: reply, body: {} });
      const subscription = await subscriptions.create({ httpConfig: hook.config() });

      const { answer } = await invocations.startOne(subscription, { input: { ...input, round: 1 } });
      await hook.arrival();
      await invocations.startOne(subscription, { input: { ...input, round: 2 } });
      await hook.arrival(({ json }) => isObject(json) && json.round === 2);
      const first = hook.arrivals().filter(({ json }) => isObject(json) && json.round === 1);

      expect(answer).toKeep({
        holds: first.length === 1,
        expected: 'the first event once',
        seen: `${first.length} times`,
      });
    },
  );
}

test(
  'sends an event once to a subscriber that never answers',
  clause('dispatch.once', { needs, status }),
  async ({ hooks, invocations, subscriptions, target }) => {
    const hook = hooks.open('never');
    const subscription = await subscriptions.create({ httpConfig: hook.config() });

    const { answer } = await invocations.startOne(subscription, { input: { ...input, round: 1 } });
    await hook.arrival();
    await target.sleep(11_000);
    await invocations.startOne(subscription, { input: { ...input, round: 2 } });
    await hook.arrival(({ json }) => isObject(json) && json.round === 2);
    const first = hook.arrivals().filter(({ json }) => isObject(json) && json.round === 1);

    expect(answer).toKeep({
      holds: first.length === 1,
      expected: 'the first event once',
      seen: `${first.length} times`,
    });
  },
);

test(
  'sends nothing to a subscription that is not named',
  clause('invocations.test.subscription-ids', { needs, status }),
  async ({ hooks, invocations, subscriptions }) => {
    const [named, silent] = [hooks.open(), hooks.open()];
    const meant = await subscriptions.create({ httpConfig: named.config() });
    const other = await subscriptions.create({ httpConfig: silent.config() });

    const { answer } = await invocations.startOne(meant, { input });
    await named.arrival();
    await invocations.startOne(other, { input: { ...input, round: 2 } });
    await silent.arrival(({ json }) => isObject(json) && json.round === 2);

    expect(answer).toKeep({
      holds: silent.arrivals().length === 1,
      expected: 'no event at the subscription that is not named',
      seen: `${silent.arrivals().length - 1}`,
    });
  },
);

test(
  'sends nothing to subscriptions of another trigger',
  clause('dispatch.only-subscribed', {
    needs: [...needs, 'broadcast'],
    status,
  }),
  async ({ api, hooks, invocations, places, subscriptions }) => {
    const [here, elsewhere] = [hooks.open(), hooks.open()];
    const triggerId = await places.lease('FIRE_AND_FORGET');
    await subscriptions.create({ triggerId, httpConfig: here.config() });
    const other = await subscriptions.create({ httpConfig: elsewhere.config() });

    const started = await api.startTestTriggerInvocation({ triggerId, contentJson: {}, input });
    await here.arrival();
    await invocations.startOne(other, { input: { ...input, round: 2 } });
    await elsewhere.arrival(({ json }) => isObject(json) && json.round === 2);

    expect(started).toKeep({
      holds: elsewhere.arrivals().length === 1,
      expected: 'no event at the subscription of another trigger',
      seen: `${elsewhere.arrivals().length - 1}`,
    });
  },
);

test(
  'sends nothing that the filter does not match',
  clause('invocations.test.filter', { needs, status }),
  async ({ hooks, invocations, subscriptions }) => {
    const hook = hooks.open();
    const subscription = await subscriptions.create({
      httpConfig: hook.config(),
      filter: '$[?(@.attributes.department == "finance")]',
    });

    const unmatched = await invocations.start([subscription], { input });
    await invocations.start([subscription], { input: { ...input, attributes: { department: 'finance' } } });
    await hook.arrival(
      ({ json }) => isObject(json) && isObject(json.attributes) && json.attributes.department === 'finance',
    );

    expect(unmatched).toKeep({
      holds: hook.arrivals().length === 1,
      expected: 'only the event that matches',
      seen: `${hook.arrivals().length} events`,
    });
  },
);

test(
  'sends nothing that the filter does not match, to subscriptions that are not named either',
  clause('invocations.test.filter', { needs: [...needs, 'broadcast'], status }),
  async ({ api, hooks, invocations, places, subscriptions }) => {
    const hook = hooks.open();
    const triggerId = await places.lease('FIRE_AND_FORGET');
    const subscription = await subscriptions.create({
      triggerId,
      httpConfig: hook.config(),
      filter: '$[?(@.attributes.department == "finance")]',
    });
    const matching = { ...input, attributes: { department: 'finance' } };

    const unmatched = await api.startTestTriggerInvocation({ triggerId, contentJson: {}, input });
    await invocations.start([subscription], { input: matching });
    await hook.arrival(
      ({ json }) => isObject(json) && isObject(json.attributes) && json.attributes.department === 'finance',
    );

    expect(unmatched).toKeep({
      holds: hook.arrivals().length === 1,
      expected: 'only the event that matches',
      seen: `${hook.arrivals().length} events`,
    });
  },
);

test(
  'reaches a disabled subscription with a test event',
  clause('invocations.test.disabled', { needs, status }),
  async ({ hooks, invocations, subscriptions }) => {
    const hook = hooks.open();
    const subscription = await subscriptions.create({ enabled: false, httpConfig: hook.config() });

    const started = await invocations.start([subscription], { input });

    expect(started).toHaveStatus(200);
    expect(started).toKeep(await hook.arrives());
  },
);

test(
  'reaches a disabled subscription that is not named with a test event',
  clause('invocations.test.disabled', { needs: [...needs, 'broadcast'], status }),
  async ({ api, hooks, places, subscriptions }) => {
    const hook = hooks.open();
    const triggerId = await places.lease('FIRE_AND_FORGET');
    await subscriptions.create({ triggerId, enabled: false, httpConfig: hook.config() });

    const started = await api.startTestTriggerInvocation({ triggerId, contentJson: {}, input });

    expect(started).toHaveStatus(200);
    expect(started).toKeep(await hook.arrives());
  },
);
