import { clause, expect, isObject, test, without } from '../support/index.ts';

const needs = ['writes', 'subscriber'] as const;
const status = 200;
const patching = {
  clause: 'subscriptions.patch.nested',
  operation: 'patchSubscription',
  status: 200,
} as const;

test(
  'sends to the address that a PATCH brought, and no longer to the one before',
  clause('dispatch.request', { needs, status }),
  async ({ api, events, hooks, invocations, subscriptions }) => {
    const [before, after] = [hooks.open(), hooks.open()];
    const subscription = await subscriptions.create({ httpConfig: before.config() });
    const event = await events.of(subscription.draft.triggerId, 'first');
    const patched = await api.patchSubscription(subscription.id, [
      { op: 'replace', path: '/httpConfig/url', value: after.url },
    ]);

    const { answer } = await invocations.startOne(subscription, { input: event.input });

    expect(patched).toHaveStatus(200, patching);
    expect(answer).toKeep(await after.arrives());
    expect(answer).toKeep({
      holds: before.arrivalsOf(event) === 0,
      expected: 'no event at the address before',
      seen: `${before.arrivalsOf(event)}`,
    });
  },
);

for (const how of ['PUT', 'PATCH'] as const) {
  test(
    `goes by the filter that a ${how} brought`,
    clause('invocations.test.filter', { needs, status }),
    async ({ api, events, hooks, invocations, subscriptions }) => {
      const hook = hooks.open();
      const [triggerId] = subscriptions.triggers;
      const [sales, finance] = [await events.of(triggerId, 'sales'), await events.of(triggerId, 'finance')];
      const subscription = await subscriptions.create({
        triggerId,
        httpConfig: hook.config(),
        filter: sales.filter,
      });
      const changed =
        how === 'PUT'
          ? await api.updateSubscription(subscription.id, {
              ...without(subscription.draft, 'triggerId'),
              filter: finance.filter,
            })
          : await api.patchSubscription(subscription.id, [
              { op: 'replace', path: '/filter', value: finance.filter },
            ]);

      const unmatched = await invocations.start([subscription], { input: sales.input });
      await invocations.start([subscription], { input: finance.input });
      await hook.arrival(({ json }) => finance.isIn(json));

      expect(changed).toHaveStatus(200, {
        clause: how === 'PUT' ? 'subscriptions.update' : 'subscriptions.patch.replace',
        operation: how === 'PUT' ? 'updateSubscription' : 'patchSubscription',
        status: 200,
      });
      expect(unmatched).toKeep({
        holds: hook.arrivalsOf(sales) === 0,
        expected: 'only the event that the new filter matches',
        seen: `${hook.arrivalsOf(sales)} of the other`,
      });
    },
  );
}

for (const how of ['PUT', 'PATCH'] as const) {
  test(
    `sends no request for a subscription that became one of EVENTBRIDGE by ${how}`,
    clause('dispatch.only-subscribed', { needs, status }),
    async ({ api, events, hooks, invocations, subscriptions }) => {
      const [before, witness] = [hooks.open(), hooks.open()];
      const [triggerId] = subscriptions.triggers;
      const event = await events.of(triggerId, 'first');
      const changed = await subscriptions.create({ triggerId, httpConfig: before.config() });
      const other = await subscriptions.create({ triggerId, httpConfig: witness.config() });
      const type = 'EVENTBRIDGE';
      const eventBridgeConfig = { awsAccount: '123456789012', awsRegion: 'us-east-1' };
      const answer =
        how === 'PUT'
          ? await api.updateSubscription(changed.id, {
              name: changed.draft.name,
              type,
              eventBridgeConfig,
              enabled: false,
            })
          : await api.patchSubscription(changed.id, [
              { op: 'replace', path: '/type', value: type },
              { op: 'add', path: '/eventBridgeConfig', value: eventBridgeConfig },
            ]);
      // Whether a PATCH of the type has to take the old config away is not published.
      const isRefused = how === 'PATCH' && answer.status === 400;

      const started = await invocations.start([changed, other], { input: event.input });
      await witness.arrival(({ json }) => event.isIn(json));

      if (!isRefused)
        expect(answer).toHaveStatus(200, {
          clause: how === 'PUT' ? 'subscriptions.update' : 'subscriptions.patch.replace',
          operation: how === 'PUT' ? 'updateSubscription' : 'patchSubscription',
          status: 200,
        });
      expect(started).toKeep({
        holds: isRefused || before.arrivalsOf(event) === 0,
        expected: 'no event at the address that it had',
        seen: `${before.arrivalsOf(event)}`,
      });
    },
  );
}

test(
  'dispatches in the mode that a PATCH brought',
  clause('dispatch.sync.bare', { needs: [...needs, 'slots'], status }),
  async ({ api, awaiting, hooks, invocations }) => {
    const hook = hooks.open({ body: {} });
    const subscription = await awaiting.take({ httpConfig: hook.config({ httpDispatchMode: 'ASYNC' }) });
    const patched = await api.patchSubscription(subscription.id, [
      { op: 'replace', path: '/httpConfig/httpDispatchMode', value: 'SYNC' },
    ]);

    const { answer } = await invocations.startOne(subscription);
    const { json } = await hook.arrival();

    expect(patched).toHaveStatus(200, patching);
    expect(answer).toKeep({
      holds: isObject(json) && !('_metadata' in json),
      expected: 'the input without _metadata',
      seen: `an event with ${isObject(json) ? Object.keys(json).join(', ') : 'no members'}`,
    });
  },
);
