import {
  clause,
  endedAsFailed,
  endedWith,
  expect,
  isEnded,
  isOpen,
  outputFor,
  test,
} from '../support/index.ts';

const needs = ['writes', 'slots'] as const;
/** For what does not exist no output fits better than another. */
const anyOutput = { approved: true, comment: 'fine', approver: 'ada' };
const succeeding = {
  clause: 'invocations.complete',
  operation: 'completeTriggerInvocation',
  status: 204,
} as const;

test(
  'completes an open invocation with its secret and an output',
  clause('invocations.complete', { needs, smoke: true }),
  async ({ api, awaiting, invocations }) => {
    const subscription = await awaiting.subscribe();
    const output = outputFor(subscription);
    const { id, secret } = await invocations.startOne(subscription);

    const completed = await api.completeTriggerInvocation(id, { secret, output });
    const { record } = await invocations.status({ id }, subscription, isEnded);

    expect(completed).toHaveStatus(204);
    expect(completed).toKeep(endedWith(record, output));
  },
);

test(
  'leaves the other invocations open',
  clause('invocations.complete', { needs }),
  async ({ api, awaiting, invocations }) => {
    const subscription = await awaiting.subscribe();
    const output = outputFor(subscription);
    const [one, other] = [await invocations.startOne(subscription), await invocations.startOne(subscription)];

    const completed = await api.completeTriggerInvocation(one.id, { secret: one.secret, output });
    await invocations.status(one, subscription, isEnded);
    const { record } = await invocations.status(other, subscription);

    expect(completed).toHaveStatus(204);
    expect(completed).toKeep(isOpen(record));
  },
);

test(
  'takes a completion without a token',
  clause('invocations.complete.without-token', { needs }),
  async ({ api, awaiting, invocations }) => {
    const subscription = await awaiting.subscribe();
    const output = outputFor(subscription);
    const { id, secret } = await invocations.startOne(subscription);

    expect(await api.completeTriggerInvocation(id, { secret, output }, { as: 'anonymous' })).toHaveStatus(
      204,
    );
  },
);

test(
  'takes a completion with a token as well',
  clause('invocations.complete', { needs }),
  async ({ api, awaiting, invocations }) => {
    const subscription = await awaiting.subscribe();
    const output = outputFor(subscription);
    const { id, secret } = await invocations.startOne(subscription);

    const completed = await api.completeTriggerInvocation(id, { secret, output }, { as: 'full' });
    const { record } = await invocations.status({ id }, subscription, isEnded);

    expect(completed).toHaveStatus(204);
    expect(completed).toKeep(endedWith(record, output));
  },
);

test(
  'keeps what is hard to keep of an output',
  clause('invocations.complete', { needs }),
  async ({ api, awaiting, invocations }) => {
    const subscription = await awaiting.subscribe();
    const output = outputFor(subscription, `Zo\u00eb \u65e5\u672c <R&D> ${'x'.repeat(300)}`);
    const { id, secret } = await invocations.startOne(subscription);

    const completed = await api.completeTriggerInvocation(id, { secret, output });
    const { record } = await invocations.status({ id }, subscription, isEnded);

    expect(completed).toHaveStatus(204);
    expect(completed).toKeep(endedWith(record, output));
  },
);

test(
  'refuses a wrong secret, and leaves the invocation open',
  clause('invocations.complete.secret', { needs }),
  async ({ api, awaiting, invocations }) => {
    const subscription = await awaiting.subscribe();
    const output = outputFor(subscription);
    const { id, secret } = await invocations.startOne(subscription);

    const refused = await api.completeTriggerInvocation(id, {
      secret: 'no-such-secret',
      output: outputFor(subscription, 'with a wrong secret'),
    });
    const { record: between } = await invocations.status({ id }, subscription);
    const accepted = await api.completeTriggerInvocation(id, { secret, output });
    const { record: after } = await invocations.status({ id }, subscription, isEnded);

    expect(refused).toBeRefused();
    expect(refused).toKeep(isOpen(between));
    expect(accepted).toHaveStatus(204, succeeding);
    expect(accepted).toKeep(endedWith(after, output));
  },
);

const nearly: Readonly<Record<string, (secret: string) => string>> = {
  'an empty secret': () => '',
  'the beginning of the secret': (secret) => secret.slice(0, -1),
  'the secret with blanks around it': (secret) => ` ${secret} `,
  'the secret and a letter more': (secret) => `${secret}x`,
};

for (const [name, change] of Object.entries(nearly)) {
  for (const as of ['anonymous', 'full'] as const) {
    test(
      `refuses ${name} of a client that is ${as}`,
      clause('invocations.complete.secret', { needs }),
      async ({ api, awaiting, invocations }) => {
        const subscription = await awaiting.subscribe();
        const output = outputFor(subscription);
        const { id, secret } = await invocations.startOne(subscription);

        const refused = await api.completeTriggerInvocation(id, { secret: change(secret), output }, { as });
        const { record } = await invocations.status({ id }, subscription);

        expect(refused).toBeRefused();
        expect(refused).toKeep(isOpen(record));
      },
    );
  }
}

test(
  'refuses the secret of another invocation',
  clause('invocations.complete.secret', { needs }),
  async ({ api, awaiting, invocations }) => {
    const subscription = await awaiting.subscribe();
    const output = outputFor(subscription);
    const first = await invocations.startOne(subscription);
    const second = await invocations.startOne(subscription);

    const refused = await api.completeTriggerInvocation(first.id, { secret: second.secret, output });
    const { record: ofFirst } = await invocations.status(first, subscription);
    const { record: ofSecond } = await invocations.status(second, subscription);
    const accepted = await api.completeTriggerInvocation(second.id, { secret: second.secret, output });

    expect(refused).toBeRefused();
    expect(refused).toKeep(isOpen(ofFirst));
    expect(refused).toKeep(isOpen(ofSecond));
    expect(accepted).toHaveStatus(204, succeeding);
  },
);

test(
  'refuses to complete an invocation that does not exist',
  clause('invocations.complete.unknown', { needs: ['writes'] }),
  async ({ api, subscriptions }) => {
    expect(
      await api.completeTriggerInvocation(subscriptions.inventedId(), {
        secret: 'no-such-secret',
        output: anyOutput,
      }),
    ).toBeRefused();
  },
);

const defects = [
  { name: 'a secret', body: (_secret: string, output: unknown) => ({ output }) },
  { name: 'an output', body: (secret: string) => ({ secret }) },
];

for (const { name, body } of defects) {
  test(
    `refuses a completion without ${name}`,
    clause('invocations.complete.required', { needs }),
    async ({ api, awaiting, invocations }) => {
      const subscription = await awaiting.subscribe();
      const output = outputFor(subscription);
      const { id, secret } = await invocations.startOne(subscription);

      const refused = await api.completeTriggerInvocation(id, body(secret, output));
      const { record } = await invocations.status({ id }, subscription);
      const accepted = await api.completeTriggerInvocation(id, { secret, output });

      expect(refused).toBeRefused(400);
      expect(refused).toKeep(isOpen(record));
      expect(accepted).toHaveStatus(204, succeeding);
    },
  );
}

test(
  'refuses a completion without a secret of an invocation that nobody started',
  clause('invocations.complete.required', {
    needs: ['writes'],
  }),
  async ({ api, subscriptions }) => {
    expect(
      await api.completeTriggerInvocation(subscriptions.inventedId(), { output: anyOutput }),
    ).toBeRefused(400);
  },
);

test(
  'ignores a second completion',
  clause('invocations.complete.second', { needs }),
  async ({ api, awaiting, invocations, target }) => {
    const subscription = await awaiting.subscribe();
    const output = outputFor(subscription);
    const { id, secret } = await invocations.startOne(subscription);

    const first = await api.completeTriggerInvocation(id, { secret, output });
    const { record: before } = await invocations.status({ id }, subscription, isEnded);
    await target.sleep(20);
    const second = await api.completeTriggerInvocation(id, {
      secret,
      output: outputFor(subscription, 'again'),
    });
    const { record } = await invocations.status({ id }, subscription, isEnded);

    expect(first).toHaveStatus(204, succeeding);
    expect(second).toKeep({
      holds: second.status === 204 || (second.status >= 400 && second.status < 500),
      expected: '204 or a refusal',
      seen: `${second.status}`,
    });
    expect(second).toKeep(endedWith(record, output));
    expect(second).toKeep({
      holds: record.completed === before.completed,
      expected: `completed ${before.completed}, as before`,
      seen: `${record.completed}`,
    });
  },
);

test(
  'ends an invocation as failed by a completion with an error',
  clause('invocations.complete.error', { needs }),
  async ({ api, awaiting, invocations }) => {
    const subscription = await awaiting.subscribe();
    const { id, secret } = await invocations.startOne(subscription);

    const completed = await api.completeTriggerInvocation(id, {
      secret,
      output: {},
      error: 'the approver is away',
    });
    const { record } = await invocations.status({ id }, subscription, isEnded);

    expect(completed).toHaveStatus(204);
    expect(completed).toKeep(endedAsFailed(record));
  },
);
