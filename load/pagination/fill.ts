import { markedName } from '../../client/run-mark.ts';
import { triggers } from '../../contracts/triggers/index.ts';
import { UsageError } from '../../gate/gate-options.ts';
import { heldByTrigger } from '../target/held-by-trigger.ts';
import type { LoadTarget } from '../target/open-target.ts';

/** What a run put into the collections that it walks. */
export type Filled = Readonly<{
  subscriptionIds: readonly string[];
  /** A trigger with places left for who writes beside. */
  writersTrigger: string;
  /** A valid subscription but for its name and trigger. */
  draft: Readonly<Record<string, unknown>>;
}>;

const draft = {
  description: '',
  type: 'HTTP',
  responseDeadline: 'PT1H',
  enabled: false,
  httpConfig: {
    url: 'http://127.0.0.1:9/nobody',
    httpDispatchMode: 'SYNC',
    httpAuthenticationType: 'NO_AUTH',
  },
};

/** Places of a FIRE_AND_FORGET trigger. */
const places = 50;
/** Creations under way at once. */
const atOnce = 4;
/** Test events that are started on a loopback tenant, so that there are statuses to walk over. */
const invocations = 300;

/** Makes subscriptions over the triggers that have room, and on a loopback tenant some statuses of theirs. */
export const fillCollections = async (target: LoadTarget, runId: string, count: number): Promise<Filled> => {
  const room = await roomOf(target);
  const [last, ...rest] = room.toReversed();
  if (last === undefined)
    throw new UsageError('No FIRE_AND_FORGET trigger has a place left: nothing can be made to walk over.');
  const wanted = (rest.length > 0 ? rest : [last])
    .toReversed()
    .flatMap(({ id, free }) => Array<string>(free).fill(id))
    .slice(0, count);
  const made: Readonly<{ id: string; triggerId: string }>[] = [];
  const queue = [...wanted.entries()];
  const work = async (): Promise<void> => {
    for (let next = queue.shift(); next; next = queue.shift()) {
      const [index, triggerId] = next;
      const id = await create(target, markedName(runId, `pages ${index}`), triggerId);
      if (id !== undefined) made.push({ id, triggerId });
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  if (target.loopback) await startSome(target, made);

  return { subscriptionIds: made.map(({ id }) => id), writersTrigger: last.id, draft };
};

/** Places that may be taken: all that are free where the guard allows it, else few. */
const roomOf = async (target: LoadTarget): Promise<readonly Readonly<{ id: string; free: number }>[]> => {
  const held = await heldByTrigger(target);

  return triggers
    .filter(({ type }) => type === 'FIRE_AND_FORGET')
    .map(({ id }) => {
      const free = places - (held.get(id) ?? 0);

      return { id, free: target.fills ? free : Math.min(15, Math.floor(free / 2)) };
    })
    .filter(({ free }) => free > 0);
};

const create = async (
  { client, version }: LoadTarget,
  name: string,
  triggerId: string,
): Promise<string | undefined> => {
  const { response, live } = await client.call('createSubscription', {
    version,
    body: { ...draft, name, triggerId },
  });

  return response.status === 201 && typeof live.body === 'object' && live.body !== null && 'id' in live.body
    ? String(live.body.id)
    : undefined;
};

const startSome = async (
  { client, version }: LoadTarget,
  made: readonly Readonly<{ id: string; triggerId: string }>[],
): Promise<void> => {
  const triggerId = made[0]?.triggerId;
  if (triggerId === undefined) return;
  const subscriptionIds = made.filter((each) => each.triggerId === triggerId).map(({ id }) => id);
  for (let started = 0; started < invocations; started += subscriptionIds.length)
    await client.call('startTestTriggerInvocation', {
      version,
      body: { triggerId, contentJson: {}, subscriptionIds },
    });
};
