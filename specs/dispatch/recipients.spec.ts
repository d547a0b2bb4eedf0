import { clause, expect, test } from '../support/index.ts';

const needs = ['writes', 'subscriber'] as const;
const status = 200;

test(
  'sends nothing to a subscription that is not named',
  clause('invocations.test.subscription-ids', { needs, status }),
  async ({ events, hooks, invocations, subscriptions }) => {
    const [named, silent] = [hooks.open(), hooks.open()];
    const meant = await subscriptions.create({ httpConfig: named.config() });
    const other = await subscriptions.create({ httpConfig: silent.config() });
    const first = await events.of(meant.draft.triggerId, 'first');
    const second = await events.of(other.draft.triggerId, 'second');

    const { answer } = await invocations.startOne(meant, { input: first.input });
    await named.arrival(({ json }) => first.isIn(json));
    await invocations.startOne(other, { input: second.input });
    await silent.arrival(({ json }) => second.isIn(json));

    expect(answer).toKeep({
      holds: silent.arrivalsOf(first) === 0,
      expected: 'no event at the subscription that is not named',
      seen: `${silent.arrivalsOf(first)}`,
    });
  },
);

test(
  'sends nothing to subscriptions of another trigger',
  clause('dispatch.only-subscribed', {
    needs: [...needs, 'broadcast'],
    status,
  }),
  async ({ api, events, hooks, invocations, places, subscriptions }) => {
    const [here, elsewhere] = [hooks.open(), hooks.open()];
    const triggerId = await places.lease('FIRE_AND_FORGET');
    await subscriptions.create({ triggerId, httpConfig: here.config() });
    const other = await subscriptions.create({ httpConfig: elsewhere.config() });

    const first = await events.of(triggerId, 'first');
    const second = await events.of(other.draft.triggerId, 'second');

    const started = await api.startTestTriggerInvocation({ triggerId, contentJson: {}, input: first.input });
    await here.arrival(({ json }) => first.isIn(json));
    await invocations.startOne(other, { input: second.input });
    await elsewhere.arrival(({ json }) => second.isIn(json));

    expect(started).toKeep({
      holds: elsewhere.arrivalsOf(first) === 0,
      expected: 'no event at the subscription of another trigger',
      seen: `${elsewhere.arrivalsOf(first)}`,
    });
  },
);

test(
  'sends nothing that the filter does not match',
  clause('invocations.test.filter', { needs, status }),
  async ({ events, hooks, invocations, subscriptions }) => {
    const hook = hooks.open();
    const [triggerId] = subscriptions.triggers;
    const [sales, finance] = [await events.of(triggerId, 'sales'), await events.of(triggerId, 'finance')];
    const subscription = await subscriptions.create({
      triggerId,
      httpConfig: hook.config(),
      filter: finance.filter,
    });

    const unmatched = await invocations.start([subscription], { input: sales.input });
    await invocations.start([subscription], { input: finance.input });
    await hook.arrival(({ json }) => finance.isIn(json));

    expect(unmatched).toKeep({
      holds: hook.arrivalsOf(sales) === 0,
      expected: 'only the event that matches',
      seen: `${hook.arrivalsOf(sales)} of the other`,
    });
  },
);

test(
  'sends nothing that the filter does not match, to subscriptions that are not named either',
  clause('invocations.test.filter', { needs: [...needs, 'broadcast'], status }),
  async ({ api, events, hooks, invocations, places, subscriptions }) => {
    const hook = hooks.open();
    const triggerId = await places.lease('FIRE_AND_FORGET');
    const [sales, finance] = [await events.of(triggerId, 'sales'), await events.of(triggerId, 'finance')];
    const subscription = await subscriptions.create({
      triggerId,
      httpConfig: hook.config(),
      filter: finance.filter,
    });

    const unmatched = await api.startTestTriggerInvocation({
      triggerId,
      contentJson: {},
      input: sales.input,
    });
    await invocations.start([subscription], { input: finance.input });
    await hook.arrival(({ json }) => finance.isIn(json));

    expect(unmatched).toKeep({
      holds: hook.arrivalsOf(sales) === 0,
      expected: 'only the event that matches',
      seen: `${hook.arrivalsOf(sales)} of the other`,
    });
  },
);

test(
  'reaches a disabled subscription with a test event',
  clause('invocations.test.disabled', { needs, status }),
  async ({ hooks, invocations, subscriptions }) => {
    const hook = hooks.open();
    const subscription = await subscriptions.create({ enabled: false, httpConfig: hook.config() });

    const started = await invocations.start([subscription]);

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

    const started = await api.startTestTriggerInvocation({ triggerId, contentJson: {} });

    expect(started).toHaveStatus(200);
    expect(started).toKeep(await hook.arrives());
  },
);
