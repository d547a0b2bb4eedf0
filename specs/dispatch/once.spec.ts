import type { Answering } from '../../subscriber/answer.ts';
import { clause, expect, test } from '../support/index.ts';

const needs = ['writes', 'subscriber'] as const;
const status = 200;
const second = 1000;

/** Subscribers after whose answer a tenant could take it into its head to send an event again. */
const subscribers: readonly Readonly<{ name: string; answering: Answering; waits?: number }>[] = [
  ...[200, 202, 401, 404, 500, 503].map((code) => ({
    name: `that answers ${code}`,
    answering: { status: code, body: {} },
  })),
  { name: 'that cuts the connection', answering: { body: { cut: 'off' }, cutOff: true } },
  { name: 'that never answers', answering: 'never', waits: 11 * second },
];

for (const { name, answering, waits = second } of subscribers) {
  test(
    `sends an event once to a subscriber ${name}`,
    clause('dispatch.once', { needs, status }),
    async ({ events, hooks, invocations, subscriptions, target }) => {
      const hook = hooks.open(answering);
      const subscription = await subscriptions.create({ httpConfig: hook.config() });
      const meant = await events.of(subscription.draft.triggerId, 'first');
      const later = await events.of(subscription.draft.triggerId, 'second');

      const { answer } = await invocations.startOne(subscription, { input: meant.input });
      await hook.arrival();
      await target.sleep(waits);
      await invocations.startOne(subscription, { input: later.input });
      await hook.arrival(({ json }) => later.isIn(json));

      expect(answer).toKeep(hook.arrivedOnce(meant));
    },
  );
}

test(
  'sends an event once to a subscriber that acknowledges it',
  clause('dispatch.once', { needs: [...needs, 'slots'], status }),
  async ({ awaiting, events, hooks, invocations }) => {
    const hook = hooks.open({ body: {} });
    const subscription = await awaiting.take({ httpConfig: hook.config({ httpDispatchMode: 'ASYNC' }) });
    const meant = await events.of(subscription.draft.triggerId, 'first');
    const later = await events.of(subscription.draft.triggerId, 'second');

    const { answer } = await invocations.startOne(subscription, { input: meant.input });
    await hook.answered(meant);
    await invocations.startOne(subscription, { input: later.input });
    await hook.arrival(({ json }) => later.isIn(json));

    expect(answer).toKeep(hook.arrivedOnce(meant));
  },
);
