import { among, clause, expect, isEnded, objectOf, recordsOf, test, without } from '../support/index.ts';

const hour = 3_600_000;
const minute = 60_000;

test(
  'keeps a successful invocation for 24 hours',
  clause('invocations.status.retention', {
    needs: ['writes', 'subscriber', 'days'],
  }),
  async ({ hooks, invocations, subscriptions, target }) => {
    const hook = hooks.open();
    const subscription = await subscriptions.create({ httpConfig: hook.config() });
    const started = await invocations.startOne(subscription);
    await invocations.status(started, subscription, isEnded);

    await target.sleep(24 * hour - minute);
    const before = await invocations.statuses(
      subscription.id,
      ({ records }) => among(records, [started]).length > 0,
    );
    await target.sleep(2 * minute);
    const after = await invocations.statuses(subscription.id, () => true);

    expect(before.answer).toKeep(counts(among(before.records, [started]).length, 1, 'after 23 h 59 min'));
    expect(after.answer).toKeep(counts(among(after.records, [started]).length, 0, 'after 24 h 1 min'));
  },
);

test(
  'keeps a failed invocation for 48 hours',
  clause('invocations.status.retention', {
    needs: ['writes', 'slots', 'subscriber', 'days'],
  }),
  async ({ awaiting, hooks, invocations, target }) => {
    const hook = hooks.open({ status: 500 });
    const subscription = await awaiting.take({ httpConfig: hook.config() });
    const started = await invocations.startOne(subscription);
    await invocations.status(started, subscription, isEnded);

    await target.sleep(48 * hour - minute);
    const before = await invocations.statuses(
      subscription.id,
      ({ records }) => among(records, [started]).length > 0,
    );
    await target.sleep(2 * minute);
    const after = await invocations.statuses(subscription.id, () => true);

    expect(before.answer).toKeep(counts(among(before.records, [started]).length, 1, 'after 47 h 59 min'));
    expect(after.answer).toKeep(counts(among(after.records, [started]).length, 0, 'after 48 h 1 min'));
  },
);

test(
  'gives at most 2000 invocations',
  clause('invocations.status.most', {
    needs: ['writes', 'limits', 'broadcast', 'bulk'],
  }),
  async ({ api, places, subscriptions }) => {
    const triggerId = await places.leaseEmpty('FIRE_AND_FORGET');
    const eventBridgeConfig = { awsAccount: '123456789012', awsRegion: 'us-west-1' };
    for (let made = 0; made < 50; made += 1) {
      const draft = subscriptions.draft({ triggerId, type: 'EVENTBRIDGE', eventBridgeConfig });
      const created = await subscriptions.attempt(without(draft, 'httpConfig'));
      expect(created).toHaveStatus(201, {
        clause: 'subscriptions.create.event-bridge',
        operation: 'createSubscription',
      });
    }
    for (let tests = 0; tests < 41; tests += 1)
      await api.startTestTriggerInvocation({ triggerId, contentJson: {} });

    const ids = new Set<unknown>();
    let last = await api.listStatuses({ limit: 250 });
    for (let offset = 250; recordsOf(last).length > 0 && offset <= 2500; offset += 250) {
      for (const { id } of recordsOf(last)) ids.add(id);
      last = await api.listStatuses({ limit: 250, offset });
    }

    expect(last).toKeep({
      holds: ids.size <= 2000,
      expected: 'at most 2000 of 2050 invocations',
      seen: `${ids.size}, then ${JSON.stringify(objectOf(last))}`,
    });
  },
);

const counts = (seen: number, expected: number, when: string) => ({
  holds: seen === expected,
  expected: `${expected} status ${when}`,
  seen: `${seen}`,
});
