import { randomUUID } from 'node:crypto';
import type { Exchange } from '../../client/exchange.ts';
import { markedName } from '../../client/run-mark.ts';
import type { SkipRecord } from '../../reports/record.ts';
import { type Answer, isObject, type JsonObject, objectOf, recordsOf } from './answer.ts';
import type { Api, CallOptions } from './api.ts';
import { differences } from './differences.ts';
import { draftOf } from './draft.ts';
import { expect } from './expect.ts';
import type { Recorder } from './recorder.ts';
import { type Target, until } from './targets/target.ts';

export type Created = Readonly<{ id: string; draft: JsonObject; answer: Answer }>;

/** What a test does with subscriptions of its own; all that it makes is removed when it ends. */
export type Subscriptions = ReturnType<typeof createSubscriptions>;

type SubscriptionsOptions = Readonly<{
  api: Api;
  target: Target;
  recorder: Recorder;
  title: string;
  /** FIRE_AND_FORGET triggers with room. */
  triggers: readonly string[];
  /** Ends the test where it cannot be judged on this target just now. */
  skip: (why: SkipRecord) => never;
}>;

export const createSubscriptions = ({
  api,
  target,
  recorder,
  title,
  triggers,
  skip,
}: SubscriptionsOptions) => {
  let drafts = 0;

  /** A valid subscription to a trigger with room, of one test the same; `members` replace its own. */
  const draft = (members: JsonObject = {}): JsonObject => {
    const [trigger] = triggers;
    drafts += 1;
    const name = markedName(target.ledger.runId, `${title.slice(0, 60)} ${drafts}`);

    return draftOf(name, trigger ?? skip(noRoom), members);
  };

  const attempt = (body: unknown, options?: CallOptions): Promise<Answer> =>
    api.createSubscription(body, options);

  /** A subscription that the test stands on. That it can be made is a promise of its own. */
  const create = async (members: JsonObject = {}): Promise<Created> => {
    const body = draft(members);

    return created(body, await attempt(body));
  };

  const created = (body: JsonObject, answer: Answer): Created => {
    expect(answer).toHaveStatus(201, arranging);
    expect(answer).toKeep(hasId(answer), arranging);

    return { id: String(objectOf(answer).id), draft: body, answer };
  };

  /** The same, where its `members` may be refused with 400: then the test ends, for the reason `why`. */
  const createUnlessRefused = async (members: JsonObject, why: SkipRecord): Promise<Created> => {
    const body = draft(members);
    const answer = await attempt(body);

    return answer.status === 400 ? skip(why) : created(body, answer);
  };

  const find = async (id: string): Promise<Listed> => {
    const answer = await api.listSubscriptions({ filters: `id eq "${id}"` });
    expect(answer).toHaveStatus(200, reading);

    return { answer, records: recordsOf(answer).filter((record) => record.id === id) };
  };

  /** What the list shows under an id, as soon as it is what `holds` waits for, else when patience has ended. */
  const list = (id: string, holds: (listed: Listed) => boolean = isListed): Promise<Listed> =>
    until(target, () => find(id), holds);

  return {
    draft,
    attempt,
    create,
    createUnlessRefused,
    list,
    /** The list shows these members under an id. */
    listsAs: (id: string, members: JsonObject): Promise<Listed> =>
      list(id, ({ records: [record] }) => record !== undefined && differences(record, members).length === 0),
    /** The list shows nothing under an id. */
    listsNothing: (id: string): Promise<Listed> => list(id, ({ records }) => records.length === 0),
    triggers,
    /** A secret to write, which no answer may hold. */
    secret: (): string => {
      const secret = `Secret-${randomUUID().toUpperCase()}`;
      recorder.written.push(secret);
      return secret;
    },
    /** An id that no subscription has. */
    inventedId: (): string => target.ledger.invent(randomUUID()),
    /** Removes all that the test made and did not remove itself, the last first. */
    removeAll: async (): Promise<void> => {
      // The ledger is that of all workers: what another test made is not this one's to remove.
      const isMade = (id: unknown) => recorder.exchanges.some((exchange) => createdId(exchange) === id);
      recorder.end.reached = true;
      for (const { id } of target.ledger.open().toReversed())
        if (id !== undefined && isMade(id)) await api.deleteSubscription(id);
    },
  };
};

const createdId = ({ operation, response }: Exchange): unknown =>
  operation === 'createSubscription' && isObject(response.body) ? response.body.id : undefined;

/** The records that the list has under one id, and the answer that shows them. */
export type Listed = Readonly<{ answer: Answer; records: readonly JsonObject[] }>;

const isListed = ({ records }: Listed): boolean => records.length > 0;

const noRoom: SkipRecord = {
  capability: 'room',
  reason: 'needs a FIRE_AND_FORGET trigger with free places: other people hold them',
};

const arranging = { clause: 'subscriptions.create', operation: 'createSubscription', status: 201 } as const;
const reading = { clause: 'subscriptions.list', operation: 'listSubscriptions', status: 200 } as const;

const hasId = (answer: Answer) => {
  const { id } = objectOf(answer);
  return {
    holds: typeof id === 'string' && id !== '',
    expected: 'an id',
    seen: JSON.stringify(id) ?? 'no id',
  };
};
