import {
  type Answer,
  among,
  clause,
  endedAsFailed,
  endedWith,
  expect,
  inputOf,
  isEnded,
  isOpen,
  type JsonObject,
  lookAgain,
  outputFor,
  recordsOf,
  type Started,
  startOf,
  test,
} from '../support/index.ts';

const needs = ['writes'] as const;
const withSlot = ['writes', 'slots'] as const;
/** Finds another time zone, and spares a clock that is set badly. */
const halfAnHour = 1_800_000;
/** More than a page of ten or of twenty holds. */
const many = 22;

test('lists the statuses of the tenant, whosever they are', clause('invocations.status'), async ({ api }) => {
  expect(await api.listStatuses({ limit: 250 })).toHaveStatus(200);
});

test(
  'lists an invocation once, with what it was started by',
  clause('invocations.status', { needs, smoke: true }),
  async ({ events, invocations, subscriptions }) => {
    const subscription = await subscriptions.create();
    const { input } = await events.of(subscription.draft.triggerId, 'one');
    const started = await invocations.startOne(subscription, { input });

    const { answer, records } = await invocations.statuses(
      subscription.id,
      (shown) => among(shown.records, [started]).length > 0,
    );
    const own = among(records, [started]);

    expect(answer).toKeep({
      holds: own.length === 1,
      expected: 'one status',
      seen: `${own.length}`,
    });
    expect({ ...answer, body: own[0] }).toShow({
      id: started.id,
      triggerId: subscription.draft.triggerId,
      subscriptionId: subscription.id,
      subscriptionName: subscription.draft.name,
      type: 'TEST',
      startInvocationInput: { input },
    });
    expect({ ...answer, body: startOf(own[0] ?? {}) }).toShowIfPresent({
      triggerId: subscription.draft.triggerId,
    });
  },
);

test(
  'lists each of several invocations of a subscription',
  clause('invocations.status', { needs }),
  async ({ events, invocations, subscriptions }) => {
    const subscription = await subscriptions.create();
    const { triggerId } = subscription.draft;
    const meant = await Promise.all(['one', 'two', 'three'].map((mark) => events.of(triggerId, mark)));
    const started: Started[] = [];
    for (const { input } of meant) started.push(await invocations.startOne(subscription, { input }));

    const { answer, records } = await invocations.statuses(
      subscription.id,
      (shown) => among(shown.records, started).length >= 3,
    );
    const own = among(records, started);
    const fitting = meant.filter((event, index) =>
      event.isIn(inputOf(own.find(({ id }) => id === started[index]?.id) ?? {})),
    );

    expect(answer).toKeep({
      holds: own.length === 3 && fitting.length === 3,
      expected: 'three statuses, each with its own input',
      seen: `${own.length} statuses, ${fitting.length} with their own input`,
    });
  },
);

test(
  'lists every one of many invocations of a subscription',
  clause('invocations.status', { needs }),
  async ({ invocations, subscriptions }) => {
    const subscription = await subscriptions.create();
    const started: Started[] = [];
    for (let count = 0; count < many; count++) started.push(await invocations.startOne(subscription));

    const { answer, records } = await invocations.statuses(
      subscription.id,
      (shown) => among(shown.records, started).length >= many,
    );
    const own = among(records, started);
    const shown = started.filter(({ id }) => own.some((record) => record.id === id));

    expect(answer).toKeep({
      holds: shown.length === many && own.length === many,
      expected: `${many} statuses, one of each invocation`,
      seen: `${own.length}, of ${shown.length} invocations`,
    });
  },
);

test(
  'shows the same of an invocation on every page',
  clause('invocations.status.output', { needs: withSlot }),
  async ({ api, awaiting, invocations }) => {
    const subscription = await awaiting.subscribe();
    const outputs = new Map<string, JsonObject>();
    for (const text of ['first', 'second', 'third']) {
      const { id, secret } = await invocations.startOne(subscription);
      outputs.set(id, outputFor(subscription, text));
      const output = outputs.get(id);
      await api.completeTriggerInvocation(id, { secret, output });
      await invocations.status({ id }, subscription, isEnded);
    }

    /** Each of these invocations on the page of one that has it; others may have tested the trigger as well. */
    const walk = async () => {
      const pages = new Map<string, Answer>();
      let page: Answer;
      let offset = 0;
      do {
        page = await api.listStatuses({
          filters: `subscriptionId eq "${subscription.id}"`,
          sorters: 'created',
          limit: 1,
          offset,
        });
        pages.set(String(recordsOf(page)[0]?.id), page);
        offset += 1;
      } while (recordsOf(page).length > 0 && offset < 9);

      return { last: page, pages };
    };
    const factOf = ({ last, pages }: Awaited<ReturnType<typeof walk>>, id: string) => {
      const page = pages.get(id) ?? last;

      return { page, fact: endedWith(recordsOf(page)[0] ?? {}, outputs.get(id) ?? {}) };
    };

    const walked = await lookAgain(walk, (seen) =>
      [...outputs.keys()].every((id) => factOf(seen, id).fact.holds),
    );

    for (const id of outputs.keys()) {
      const { page, fact } = factOf(walked, id);
      expect(page).toKeep(fact);
    }
  },
);

test(
  'dates the start of an invocation, and its end not before it',
  clause('invocations.status.created', { needs }),
  async ({ invocations, subscriptions }) => {
    const subscription = await subscriptions.create();
    const first = await invocations.startOne(subscription);
    const second = await invocations.startOne(subscription);

    const { answer, record: earlier } = await invocations.status(first, subscription, isEnded);
    const { record: later } = await invocations.status(second, subscription);
    const [created, completed, next] = [earlier.created, earlier.completed, later.created].map((time) =>
      String(time),
    );

    expect(answer).toKeep({
      holds: inOrder(created, next),
      expected: 'the second created not before the first',
      seen: `${created}, then ${next}`,
    });
    expect(answer).toKeep({
      holds: !isEnded(earlier) || inOrder(created, completed),
      expected: 'completed not before created',
      seen: `created ${created}, completed ${completed}`,
    });
  },
);

test(
  'dates the start of an invocation by the clock, and for good',
  clause('invocations.status.created', { needs }),
  async ({ invocations, subscriptions, target }) => {
    const subscription = await subscriptions.create();
    const started = await invocations.startOne(subscription);

    const { record: first } = await invocations.status(started, subscription);
    await target.sleep(20);
    const { answer, record: second } = await invocations.status(started, subscription);
    const { date } = answer.headers;
    const clocks = [target.clock.now(), Date.parse(date ?? '')];

    expect(answer).toKeep({
      holds: first.created === second.created,
      expected: `created ${first.created}, as before`,
      seen: `${second.created}`,
    });
    expect(answer).toKeep({
      holds: clocks.some((clock) => Math.abs(Date.parse(String(second.created)) - clock) < halfAnHour),
      expected: `created within half an hour of ${clocks.filter(Number.isFinite).map(told).join(' or ')}`,
      seen: `${second.created}`,
    });
  },
);

test(
  'shows an open invocation without an end',
  clause('invocations.status.in-flight', { needs: withSlot }),
  async ({ awaiting, invocations }) => {
    const subscription = await awaiting.subscribe();
    const started = await invocations.startOne(subscription);

    const { answer, record } = await invocations.status(started, subscription);

    expect(answer).toKeep(isOpen(record));
  },
);

test(
  'shows the output of a completed invocation',
  clause('invocations.status.output', { needs: withSlot }),
  async ({ api, awaiting, invocations }) => {
    const subscription = await awaiting.subscribe();
    const { id, secret } = await invocations.startOne(subscription);
    const output = outputFor(subscription, 'shown');
    const completed = await api.completeTriggerInvocation(id, { secret, output });

    const { answer, record } = await invocations.status({ id }, subscription, isEnded);

    expect(completed).toHaveStatus(204, {
      clause: 'invocations.complete',
      operation: 'completeTriggerInvocation',
      status: 204,
    });
    expect(answer).toKeep(endedWith(record, output));
  },
);

test(
  'shows why an invocation failed',
  clause('invocations.status.failed', { needs: [...withSlot, 'subscriber'] }),
  async ({ awaiting, hooks, invocations }) => {
    const hook = hooks.open({ status: 500, body: { error: 'the approver is away' } });
    const subscription = await awaiting.take({ httpConfig: hook.config() });
    const started = await invocations.startOne(subscription);

    const { answer, record } = await invocations.status(started, subscription, isEnded);

    expect(answer).toKeep(endedAsFailed(record));
  },
);

const told = (time: number): string => new Date(time).toISOString();

/** Compares times of any number of decimals without losing their order. */
const inOrder = (one = '', other = ''): boolean => {
  const [first, second] = [Date.parse(one), Date.parse(other)];
  if (first !== second) return first < second;

  return decimals(one) <= decimals(other);
};

const decimals = (time: string): string => (/\.(\d+)/.exec(time)?.[1] ?? '').padEnd(9, '0');
