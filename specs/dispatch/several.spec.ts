import {
  among,
  clause,
  expect,
  inputOf,
  type JsonObject,
  lastOf,
  recordsOf,
  test,
} from '../support/index.ts';

const needs = ['writes', 'subscriber'] as const;
const status = 200;

test(
  'sends each subscription of an event its own credentials, once',
  clause('dispatch.bearer-token', { needs, status }),
  async ({ events, hooks, invocations, subscriptions, target }) => {
    const [first, second] = [hooks.open(), hooks.open()];
    const [one, other] = [subscriptions.secret(), subscriptions.secret()];
    const bearer = (bearerToken: string) => ({
      httpAuthenticationType: 'BEARER_TOKEN',
      bearerTokenAuthConfig: { bearerToken },
    });
    const made = [
      await subscriptions.create({ httpConfig: first.config(bearer(one)) }),
      await subscriptions.create({ httpConfig: second.config(bearer(other)) }),
    ];
    const meant = await events.of(made[0]?.draft.triggerId, 'first');
    const later = await events.of(made[0]?.draft.triggerId, 'second');

    const started = await invocations.start(made, { input: meant.input });
    const shown = [await first.arrivalOf(meant), await second.arrivalOf(meant)].map(
      ({ headers }) => headers.authorization,
    );
    await target.sleep(1000);
    await invocations.start(made, { input: later.input });
    await first.arrival(({ json }) => later.isIn(json));
    await second.arrival(({ json }) => later.isIn(json));
    const times = [first, second].map((hook) => hook.arrivalsOf(meant));

    expect(started).toHaveStatus(200, { clause: 'invocations.test', status });
    expect(started).toKeep({
      holds: shown[0]?.slice(7) === one && shown[1]?.slice(7) === other,
      expected: 'to each address the token of its own subscription',
      seen: 'another',
    });
    expect(started).toKeep(
      {
        holds: times.join() === '1,1',
        expected: 'the first event once at each address',
        seen: times.join(' and '),
      },
      { clause: 'dispatch.once', status },
    );
  },
);

test(
  'lists each of two subscriptions of an event under its own name',
  clause('invocations.status', { operation: 'listTriggerInvocationStatus', needs: ['writes'] }),
  async ({ invocations, subscriptions }) => {
    const made = [await subscriptions.create(), await subscriptions.create()];
    await invocations.start(made);

    for (const { id, draft } of made) {
      const { answer, records } = await invocations.statuses(id, (shown) => shown.records.length > 0);
      expect({ ...answer, body: records[0] }).toShow({ subscriptionId: id, subscriptionName: draft.name });
    }
  },
);

test(
  'sends nothing to a subscription of another trigger that is named',
  clause('dispatch.only-subscribed', { needs, status }),
  async ({ events, api, hooks, invocations, subscriptions }) => {
    const hook = hooks.open();
    const [here, elsewhere] = subscriptions.triggers;
    const other = await subscriptions.create({ triggerId: elsewhere, httpConfig: hook.config() });
    const [first, later] = [await events.of(here, 'first'), await events.of(elsewhere, 'second')];

    const started = await api.startTestTriggerInvocation({
      triggerId: here,
      contentJson: {},
      input: first.input,
      subscriptionIds: [other.id],
    });
    await invocations.startOne(other, { input: later.input });
    await hook.arrival(({ json }) => later.isIn(json));

    expect(started).toKeep({
      holds: hook.arrivalsOf(first) === 0,
      expected: 'no event of another trigger',
      seen: `${hook.arrivalsOf(first)}`,
    });
  },
);

test(
  'starts one invocation of a subscription that is named twice',
  clause('invocations.test.subscription-ids', { needs, status }),
  async ({ events, hooks, invocations, subscriptions }) => {
    const hook = hooks.open();
    const subscription = await subscriptions.create({ httpConfig: hook.config() });
    const { triggerId } = subscription.draft;
    const [meant, later] = [await events.of(triggerId, 'first'), await events.of(triggerId, 'second')];

    const started = await invocations.start([subscription, subscription], { input: meant.input });
    await invocations.startOne(subscription, { input: later.input });
    await hook.arrival(({ json }) => later.isIn(json));
    const first = hook.arrivals().filter(({ json }) => meant.isIn(json));

    expect(started).toKeep({
      holds: first.length <= 1,
      expected: 'the event once at most',
      seen: `${recordsOf(started).length} invocations, ${first.length} events`,
    });
  },
);

test(
  'starts nothing for a subscription that was deleted',
  clause('invocations.test.subscription-ids', { needs: ['writes'], status }),
  async ({ api, events, invocations, subscriptions }) => {
    const gone = await subscriptions.create();
    const stays = await subscriptions.create();
    await api.deleteSubscription(gone.id);

    const event = await events.of(stays.draft.triggerId, 'first');
    const isOwn = (record: JsonObject) => event.isIn(inputOf(record));

    const started = await invocations.start([stays, gone], { input: event.input });
    await invocations.statuses(stays.id, ({ records }) => records.some(isOwn));
    const { records } = await invocations.statuses(gone.id, () => true);
    const own = records.filter(isOwn);

    expect(started).toKeep({
      holds: recordsOf(started).length <= 1 && own.length === 0,
      expected: 'one invocation, of the subscription that is there',
      seen: `${recordsOf(started).length} invocations, ${own.length} statuses of the deleted one`,
    });
  },
);

test(
  'starts nothing for an id that no subscription has',
  clause('invocations.test.subscription-ids', { needs: ['writes'], status }),
  async ({ api, events, invocations, subscriptions }) => {
    const other = await subscriptions.create();
    const { triggerId } = other.draft;
    const [first, later] = [await events.of(triggerId, 'first'), await events.of(triggerId, 'second')];

    const started = await api.startTestTriggerInvocation({
      triggerId,
      contentJson: {},
      input: first.input,
      subscriptionIds: [subscriptions.inventedId()],
    });
    const witness = await invocations.startOne(other, { input: later.input });
    const { records } = await invocations.statuses(
      other.id,
      (shown) => among(shown.records, [witness]).length > 0,
    );
    const own = records.filter((record) => first.isIn(inputOf(record)));

    expect(started).toKeep({
      holds: started.status < 500 && recordsOf(started).length === 0 && own.length === 0,
      expected: 'no invocation: an empty answer or a refusal',
      seen: `${started.status}, ${recordsOf(started).length} started, ${own.length} of another subscription`,
    });
  },
);

test(
  'keeps two tests apart that come at once',
  clause('invocations.test', { needs, status }),
  async ({ events, hooks, invocations, subscriptions }) => {
    const [triggerId] = subscriptions.triggers;
    const rivals = await Promise.all(
      ['one', 'two', 'three', 'four'].map(async (mark) => {
        const hook = hooks.open();
        const event = await events.of(triggerId, mark);

        return { hook, event, made: await subscriptions.create({ triggerId, httpConfig: hook.config() }) };
      }),
    );

    const started = await Promise.all(
      rivals.map(({ event, made }) => invocations.startOne(made, { input: event.input })),
    );
    const kept = await Promise.all(
      rivals.map(async ({ event, hook, made }, index) => {
        const { id = '' } = started[index] ?? {};
        await hook.arrivalOf(event);
        const { record } = await invocations.status({ id }, made);

        return (
          event.isIn(inputOf(record)) &&
          rivals.every((rival) => hook.arrivalsOf(rival.event) === (rival.event === event ? 1 : 0))
        );
      }),
    );

    expect(lastOf(started).answer).toKeep({
      holds: kept.every(Boolean) && new Set(started.map(({ id }) => id)).size === rivals.length,
      expected: `${rivals.length} invocations, each of the subscription and with the input of its own test`,
      seen: `${new Set(started.map(({ id }) => id)).size}, ${kept.filter(Boolean).length} with their own`,
    });
  },
);

for (const httpDispatchMode of ['ASYNC', 'DYNAMIC'] as const) {
  test(
    `sends events of a fire-and-forget trigger to a subscription in mode ${httpDispatchMode} as well`,
    clause('dispatch.request', { needs, status }),
    async ({ events, hooks, invocations, subscriptions }) => {
      const hook = hooks.open({ body: {} });
      const secret = subscriptions.secret();
      const subscription = await subscriptions.create({
        httpConfig: hook.config({
          httpDispatchMode,
          httpAuthenticationType: 'BEARER_TOKEN',
          bearerTokenAuthConfig: { bearerToken: secret },
        }),
      });
      const meant = await events.of(subscription.draft.triggerId, 'one');

      const { answer } = await invocations.startOne(subscription, { input: meant.input });
      const event = await hook.arrivalOf(meant);

      expect({ ...answer, body: event.json }).toShow(meant.input, { clause: 'dispatch.input', status });
      expect(answer).toKeep(
        {
          holds: event.headers.authorization?.slice(7) === secret,
          expected: 'the token of the subscription',
          seen: event.headers.authorization === undefined ? 'none' : 'another',
        },
        { clause: 'dispatch.bearer-token', status },
      );
    },
  );
}

test(
  'takes an empty input as it is',
  clause('invocations.test.sample', { needs: ['writes'] }),
  async ({ invocations, subscriptions }) => {
    const subscription = await subscriptions.create();

    const started = await invocations.startOneUnlessRefused(subscription, { input: {} }, noEmptyInput);
    const { record } = await invocations.status(started, subscription);

    // A tenant may add a block of its own, _meta for one.
    const members = Object.keys(inputOf(record)).filter((name) => !name.startsWith('_'));

    expect(started.answer).toKeep({
      holds: members.length === 0,
      expected: 'an empty input',
      seen: members.slice(0, 4).join(', '),
    });
  },
);

const noEmptyInput = {
  capability: 'free-input',
  reason: 'needs a trigger whose input may be empty: the tenant refuses the one that is tried',
} as const;
