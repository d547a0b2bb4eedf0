import { setTimeout as wait } from 'node:timers/promises';
import type { SkipRecord } from '../../reports/record.ts';
import { type Answer, isObject, type JsonObject, recordsOf } from './answer.ts';
import type { Api } from './api.ts';
import { isNothing } from './differences.ts';
import { expect } from './expect.ts';
import { createLookWithin } from './in-time.ts';
import type { Created } from './subscriptions.ts';
import type { Target } from './targets/target.ts';

/** An invocation that a test started: what it takes to complete it. */
export type Started = Readonly<{ id: string; secret: string; answer: Answer }>;

/** The statuses of a subscription, and the answer that shows them. */
export type Shown = Readonly<{ answer: Answer; records: readonly JsonObject[] }>;

/** What a test does with invocations of its own subscriptions. */
export type Invocations = ReturnType<typeof createInvocations>;

/** What a test asks while an invocation is open; below a quota it would wait for seconds in the middle. */
const followers = 8;

type InvocationsOptions = Readonly<{
  api: Api;
  target: Target;
  /** Ends the test where it cannot be judged on this target just now. */
  skip: (why: SkipRecord) => never;
}>;

export const createInvocations = ({ api, target, skip }: InvocationsOptions) => {
  /** Starts a test event for subscriptions of one trigger, and for no others. */
  const start = (subscriptions: readonly Created[], members: JsonObject = {}): Promise<Answer> =>
    api.startTestTriggerInvocation(
      {
        triggerId: subscriptions[0]?.draft.triggerId,
        contentJson: {},
        subscriptionIds: subscriptions.map(({ id }) => id),
        ...members,
      },
      { room: followers },
    );

  /** Starts one invocation that the test stands on. That it can be started is a promise of its own. */
  const startOne = async (subscription: Created, members: JsonObject = {}): Promise<Started> =>
    startedBy(await start([subscription], members));

  /** The same, where its `members` may be refused with 400: then the test ends, for the reason `why`. */
  const startOneUnlessRefused = async (
    subscription: Created,
    members: JsonObject,
    why: SkipRecord,
  ): Promise<Started> => {
    const answer = await start([subscription], members);

    return answer.status === 400 ? skip(why) : startedBy(answer);
  };

  const startedBy = (answer: Answer): Started => {
    const [invocation] = recordsOf(answer);
    expect(answer).toHaveStatus(200, starting);
    expect(answer).toKeep(
      {
        holds: typeof invocation?.id === 'string' && typeof invocation.secret === 'string',
        expected: 'an invocation with id and secret',
        seen: invocation === undefined ? 'none' : 'one without',
      },
      starting,
    );

    return { id: String(invocation?.id), secret: String(invocation?.secret), answer };
  };

  const read = async (subscriptionId: string): Promise<Shown> => {
    const answer = await api.listStatuses({ filters: `subscriptionId eq "${subscriptionId}"`, limit: 250 });
    expect(answer).toHaveStatus(200, listing);

    return {
      answer,
      records: recordsOf(answer).filter((record) => record.subscriptionId === subscriptionId),
    };
  };

  /** The statuses of a subscription as soon as they are what `holds` waits for, else when patience has ended. */
  const statuses = async (subscriptionId: string, holds: (shown: Shown) => boolean): Promise<Shown> => {
    const end = performance.now() + target.dispatchPatience;
    for (let pause = 5; ; pause = Math.min(pause * 2, 500)) {
      const shown = await read(subscriptionId);
      if (holds(shown) || performance.now() > end) return shown;
      await wait(pause);
    }
  };

  /** The status of one invocation as soon as it is what `holds` waits for. */
  const status = async (
    { id }: Pick<Started, 'id'>,
    subscription: Pick<Created, 'id'>,
    holds: (record: JsonObject) => boolean = () => true,
  ): Promise<Readonly<{ answer: Answer; record: JsonObject }>> => {
    const of = ({ records }: Shown) => records.find((record) => record.id === id);
    const shown = await statuses(subscription.id, (each) => {
      const record = of(each);
      return record !== undefined && holds(record);
    });

    return { answer: shown.answer, record: of(shown) ?? {} };
  };

  return {
    start,
    startOne,
    startOneUnlessRefused,
    statuses,
    status,
    /** What is seen of an invocation before its time is over. */
    lookWithin: createLookWithin(skip),
  };
};

/** The records of invocations that a test started itself: others may test the same trigger meanwhile. */
export const among = (
  records: readonly JsonObject[],
  started: readonly Pick<Started, 'id'>[],
): readonly JsonObject[] => records.filter(({ id }) => started.some((each) => each.id === id));

export const isEnded = ({ completed }: JsonObject): boolean => !isNothing(completed);

/** The reason of a failure, as a status shows it; `undefined` where there is none. */
export const errorOf = ({ completeInvocationInput }: JsonObject): unknown =>
  isObject(completeInvocationInput) ? (completeInvocationInput.localizedError ?? undefined) : undefined;

export const outputOf = ({ completeInvocationInput }: JsonObject): unknown =>
  isObject(completeInvocationInput) ? (completeInvocationInput.output ?? undefined) : undefined;

export const inputOf = (record: JsonObject): JsonObject => memberOf(record, 'input');

export const contentOf = (record: JsonObject): JsonObject => memberOf(record, 'contentJson');

/** What an invocation was started with; empty where a status does not say. */
export const startOf = ({ startInvocationInput }: JsonObject): JsonObject =>
  isObject(startInvocationInput) ? startInvocationInput : {};

const memberOf = (record: JsonObject, name: 'input' | 'contentJson'): JsonObject => {
  const member = startOf(record)[name];

  return isObject(member) ? member : {};
};

const starting = {
  clause: 'invocations.test',
  operation: 'startTestTriggerInvocation',
  status: 200,
} as const;
const listing = {
  clause: 'invocations.status',
  operation: 'listTriggerInvocationStatus',
  status: 200,
} as const;
