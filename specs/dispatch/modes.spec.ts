import {
  clause,
  endedAsFailed,
  endedWith,
  expect,
  isEnded,
  isObject,
  isOpen,
  outputFor,
  recordsOf,
  test,
  without,
} from '../support/index.ts';

const needs = ['writes', 'slots', 'subscriber'] as const;
const status = 200;
test(
  'sends the bare input in mode SYNC',
  clause('dispatch.sync.bare', { needs, status }),
  async ({ awaiting, events, hooks, invocations }) => {
    const hook = hooks.open();
    const subscription = await awaiting.take({ httpConfig: hook.config() });
    const meant = await events.of(subscription.draft.triggerId, 'one');

    const { answer } = await invocations.startOne(subscription, { input: meant.input });
    const { json } = await hook.arrivalOf(meant);

    expect({ ...answer, body: json }).toShow(meant.input);
    expect(answer).toKeep({
      holds: isObject(json) && !('_metadata' in json),
      expected: 'the input without _metadata',
      seen: `an event with ${isObject(json) ? Object.keys(json).join(', ') : 'no members'}`,
    });
  },
);

for (const [mode, id] of [
  ['SYNC', 'dispatch.sync.output'],
  ['DYNAMIC', 'dispatch.dynamic.now'],
] as const) {
  test(
    `takes the body of a 200 as the output in mode ${mode}`,
    clause(id, { needs, status }),
    async ({ awaiting, hooks, invocations }) => {
      const hook = hooks.open();
      const subscription = await awaiting.take({ httpConfig: hook.config({ httpDispatchMode: mode }) });
      const output = outputFor(subscription);
      hook.answer({ body: output });

      const started = await invocations.startOne(subscription);
      const { record } = await invocations.status(started, subscription, isEnded);

      expect(started.answer).toKeep(endedWith(record, output));
    },
  );
}

for (const httpDispatchMode of ['ASYNC', 'DYNAMIC'] as const) {
  test(
    `says in mode ${httpDispatchMode} how to complete`,
    clause('dispatch.async.metadata', { needs, status }),
    async ({ awaiting, events, hooks, invocations }) => {
      const hook = hooks.open({ status: httpDispatchMode === 'ASYNC' ? 200 : 202, body: {} });
      const subscription = await awaiting.take({ httpConfig: hook.config({ httpDispatchMode }) });
      const meant = await events.of(subscription.draft.triggerId, 'one');

      const { answer } = await invocations.startOne(subscription, { input: meant.input });
      const { json } = await hook.arrivalOf(meant);
      const metadata = isObject(json) && isObject(json._metadata) ? json._metadata : {};

      expect({ ...answer, body: json }).toShow(meant.input, { clause: 'dispatch.input', status });
      expect({ ...answer, body: metadata }).toShow({
        responseMode: 'async',
        triggerId: subscription.draft.triggerId,
        triggerType: 'requestResponse',
      });
      expect(answer).toKeep({
        holds:
          /^https?:\/\/./.test(String(metadata.callbackURL)) &&
          typeof metadata.secret === 'string' &&
          metadata.secret !== '',
        expected: 'callbackURL, an address, and secret, a text',
        seen: `callbackURL ${typeof metadata.callbackURL}, secret ${typeof metadata.secret}`,
      });
    },
  );
}

test(
  'leaves the sample input of the trigger as it was',
  clause('triggers.list', { needs }),
  async ({ api, awaiting, hooks, invocations }) => {
    const hook = hooks.open({ body: {} });
    const subscription = await awaiting.take({ httpConfig: hook.config({ httpDispatchMode: 'ASYNC' }) });
    const filters = `id eq "${subscription.draft.triggerId}"`;
    const before = await api.listTriggers({ filters });

    await invocations.startOne(subscription);
    await hook.arrival();
    const after = await api.listTriggers({ filters });
    const [one, other] = [before, after].map((answer) => membersOf(recordsOf(answer)[0]?.exampleInput));

    expect(after).toKeep({ holds: one === other, expected: `an exampleInput with ${one}`, seen: `${other}` });
  },
);

test(
  'dispatches in the mode that a PUT brought',
  clause('dispatch.async.metadata', { needs, status }),
  async ({ api, awaiting, hooks, invocations }) => {
    const hook = hooks.open({ body: {} });
    const subscription = await awaiting.take({ httpConfig: hook.config() });
    const updated = await api.updateSubscription(subscription.id, {
      ...without(subscription.draft, 'triggerId'),
      httpConfig: hook.config({ httpDispatchMode: 'ASYNC' }),
    });

    const { answer } = await invocations.startOne(subscription);
    const { json } = await hook.arrival();

    expect(updated).toHaveStatus(200, {
      clause: 'subscriptions.update',
      operation: 'updateSubscription',
      status: 200,
    });
    expect(answer).toKeep({
      holds: isObject(json) && isObject(json._metadata),
      expected: 'an event with _metadata',
      seen: `an event with ${isObject(json) ? Object.keys(json).join(', ') : 'no members'}`,
    });
  },
);

const later = [
  { mode: 'ASYNC', id: 'dispatch.async.callback', reply: { status: 200, body: {} } },
  { mode: 'DYNAMIC', id: 'dispatch.dynamic.later', reply: { status: 202, body: {} } },
] as const;

for (const { mode, id, reply } of later) {
  test(
    `completes by callbackURL and secret of the event in mode ${mode}`,
    clause(id, { needs, status }),
    async ({ awaiting, events, hooks, invocations, subscriber }) => {
      const hook = hooks.open(reply);
      const subscription = await awaiting.take({ httpConfig: hook.config({ httpDispatchMode: mode }) });

      const output = outputFor(subscription);
      const meant = await events.of(subscription.draft.triggerId, 'first');

      const started = await invocations.startOne(subscription, { input: meant.input });
      const event = await hook.answered(meant);
      const { record: before } = await invocations.status(started, subscription);
      const completion = await subscriber.complete(event, { output });
      const { record: after } = await invocations.status(started, subscription, isEnded);

      expect(started.answer).toKeep(isOpen(before));
      expect(started.answer).toKeep({
        holds: completion.status === 204,
        expected: '204 to the completion at the callbackURL',
        seen: completion.status === undefined ? `no answer: ${completion.error}` : `${completion.status}`,
      });
      expect(started.answer).toKeep(endedWith(after, output));
    },
  );
}

test(
  'completes each of two events by its own callbackURL and secret',
  clause('dispatch.async.callback', { needs, status }),
  async ({ awaiting, events, hooks, invocations, subscriber }) => {
    const hook = hooks.open({ body: {} });
    const subscription = await awaiting.take({ httpConfig: hook.config({ httpDispatchMode: 'ASYNC' }) });
    const { triggerId } = subscription.draft;
    const [one, other] = [await events.of(triggerId, 'first'), await events.of(triggerId, 'second')];
    const output = outputFor(subscription);

    const first = await invocations.startOne(subscription, { input: one.input });
    await hook.answered(one);
    const second = await invocations.startOne(subscription, { input: other.input });
    const event = await hook.answered(other);
    const completion = await subscriber.complete(event, { output });
    const { record: ended } = await invocations.status(second, subscription, isEnded);
    const { record: left } = await invocations.status(first, subscription);

    expect(second.answer).toKeep({
      holds: completion.status === 204,
      expected: '204 to the completion at the callbackURL',
      seen: completion.status === undefined ? `no answer: ${completion.error}` : `${completion.status}`,
    });
    expect(second.answer).toKeep(endedWith(ended, output));
    expect(second.answer).toKeep(isOpen(left));
  },
);

const failures = [
  { mode: 'SYNC', code: 500 },
  { mode: 'SYNC', code: 401 },
  { mode: 'SYNC', code: 404 },
  { mode: 'SYNC', code: 503 },
  { mode: 'ASYNC', code: 500 },
  { mode: 'DYNAMIC', code: 500 },
] as const;

for (const { mode, code } of failures) {
  test(
    `ends an invocation as failed when the subscriber answers ${code} in mode ${mode}`,
    clause('dispatch.failure', { needs, status }),
    async ({ awaiting, hooks, invocations }) => {
      const hook = hooks.open({ status: code, body: { error: 'away' } });
      const subscription = await awaiting.take({ httpConfig: hook.config({ httpDispatchMode: mode }) });

      const started = await invocations.startOne(subscription);
      const { record } = await invocations.status(started, subscription, isEnded);

      expect(started.answer).toKeep(endedAsFailed(record));
    },
  );
}

test(
  'ends an invocation as failed when the subscriber cuts the connection',
  clause('dispatch.answer-time', { needs, status }),
  async ({ awaiting, hooks, invocations }) => {
    const hook = hooks.open({ body: { approved: true }, cutOff: true });
    const subscription = await awaiting.take({ httpConfig: hook.config() });

    const started = await invocations.startOne(subscription);
    await hook.arrival();
    const { record } = await invocations.status(started, subscription, isEnded);

    expect(started.answer).toKeep(endedAsFailed(record));
  },
);

const membersOf = (sample: unknown): string => (isObject(sample) ? Object.keys(sample).join(', ') : 'none');
