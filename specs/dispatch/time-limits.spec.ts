import {
  clause,
  endedAsFailed,
  endedWith,
  endedWithin,
  expect,
  isEnded,
  isOpen,
  outputFor,
  test,
} from '../support/index.ts';

const needs = ['writes', 'slots', 'subscriber'] as const;
const status = 200;
const second = 1000;
const succeeding = {
  clause: 'invocations.complete',
  operation: 'completeTriggerInvocation',
  status: 204,
} as const;

// On a tenant these take their time for real: side by side where there are workers for it.
test.describe.configure({ mode: 'parallel' });

test(
  'waits 10 seconds for an answer, and no longer',
  clause('dispatch.answer-time', { needs, status }),
  async ({ awaiting, events, hooks, invocations, target }) => {
    const hook = hooks.open('never');
    const subscription = await awaiting.take({ httpConfig: hook.config() });
    const output = outputFor(subscription, 'just in time');
    const answered = await events.of(subscription.draft.triggerId, 'answered');
    const silent = await events.of(subscription.draft.triggerId, 'silent');
    hook.answer(({ json }) => (answered.isIn(json) ? { body: output, afterMs: 8 * second } : 'never'));

    const { prompt, unanswered, before } = await invocations.lookWithin(10 * second, async () => {
      const prompt = await invocations.startOne(subscription, { input: answered.input });
      const unanswered = await invocations.startOne(subscription, { input: silent.input });
      await hook.arrival(({ json }) => silent.isIn(json));
      await target.sleep(8.5 * second);
      const { answer, record } = await invocations.status(unanswered, subscription);

      return { seen: { prompt, unanswered, before: record }, from: unanswered.answer, to: answer };
    });
    const { record: inTime } = await invocations.status(prompt, subscription, isEnded);
    await target.sleep(3 * second);
    const { record: after } = await invocations.status(unanswered, subscription, isEnded);

    expect(unanswered.answer).toKeep(isOpen(before));
    expect(prompt.answer).toKeep(endedWith(inTime, output));
    expect(unanswered.answer).toKeep(endedAsFailed(after));
    expect(unanswered.answer).toKeep(endedWithin(after, 14 * second));
  },
);

for (const httpDispatchMode of ['ASYNC', 'DYNAMIC'] as const) {
  test(
    `waits 10 seconds for an answer in mode ${httpDispatchMode}, and no longer`,
    clause('dispatch.answer-time', { needs, status }),
    async ({ awaiting, hooks, invocations, target }) => {
      const hook = hooks.open();
      const subscription = await awaiting.take({ httpConfig: hook.config({ httpDispatchMode }) });
      hook.answer({ body: outputFor(subscription, 'too late'), afterMs: 11.5 * second });

      const unanswered = await invocations.startOne(subscription);
      await hook.arrival();
      await target.sleep(11 * second);
      const { record } = await invocations.status(unanswered, subscription, isEnded);
      await target.sleep(second);
      const { record: later } = await invocations.status(unanswered, subscription);

      expect(unanswered.answer).toKeep(endedAsFailed(record));
      expect(unanswered.answer).toKeep(endedWithin(record, 14 * second));
      expect(unanswered.answer).toKeep(endedAsFailed(later));
    },
  );
}

for (const [httpDispatchMode, how, acknowledgement] of [
  ['ASYNC', 'the creation', { status: 200, body: {} }],
  ['DYNAMIC', 'a PATCH', { status: 202, body: {} }],
] as const) {
  test(
    `keeps an invocation open until the response deadline that ${how} brought in mode ${httpDispatchMode}, and no longer`,
    clause('dispatch.deadline', { needs, status }),
    async ({ api, awaiting, hooks, invocations, target }) => {
      const hook = hooks.open(acknowledgement);
      const httpConfig = hook.config({ httpDispatchMode });
      const subscription = await awaiting.takeBriefly('PT6S', how, { httpConfig });
      const output = outputFor(subscription);

      const { forgotten, kept, open, completed } = await invocations.lookWithin(6 * second, async () => {
        const forgotten = await invocations.startOne(subscription);
        const kept = await invocations.startOne(subscription);
        await target.sleep(4 * second);
        const { record: open } = await invocations.status(forgotten, subscription);
        const completed = await api.completeTriggerInvocation(kept.id, { secret: kept.secret, output });

        return { seen: { forgotten, kept, open, completed }, from: forgotten.answer, to: completed };
      });
      await target.sleep(3 * second);
      const { record: after } = await invocations.status(forgotten, subscription, isEnded);
      await api.completeTriggerInvocation(forgotten.id, { secret: forgotten.secret, output });
      const { record: late } = await invocations.status(forgotten, subscription);
      const { record: inTime } = await invocations.status(kept, subscription, isEnded);

      expect(forgotten.answer).toKeep(isOpen(open));
      expect(completed).toHaveStatus(204, succeeding);
      expect(forgotten.answer).toKeep(endedAsFailed(after));
      expect(forgotten.answer).toKeep(endedAsFailed(late));
      expect(kept.answer).toKeep(endedWith(inTime, output));
    },
  );
}

test(
  'takes no completion past the response deadline',
  clause('dispatch.deadline', { needs: [...needs, 'days'], status }),
  async ({ api, awaiting, events, hooks, invocations, target }) => {
    const hook = hooks.open({ body: {} });
    const httpConfig = hook.config({ httpDispatchMode: 'ASYNC' });
    const subscription = await awaiting.take({ httpConfig, responseDeadline: 'PT1H' });
    const output = outputFor(subscription);

    const event = await events.of(subscription.draft.triggerId, 'first');

    const { id, secret, answer } = await invocations.startOne(subscription, { input: event.input });
    await hook.answered(event);
    const { record: begun } = await invocations.status({ id }, subscription);
    await target.sleep(59 * 60 * second);
    const { record: open } = await invocations.status({ id }, subscription);
    await target.sleep(2 * 60 * second);
    await api.completeTriggerInvocation(id, { secret, output });
    const { record: ended } = await invocations.status({ id }, subscription, isEnded);

    expect(answer).toKeep(isOpen(begun));
    expect(answer).toKeep(isOpen(open));
    expect(answer).toKeep(endedAsFailed(ended));
  },
);
