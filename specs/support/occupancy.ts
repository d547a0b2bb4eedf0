import { type Answer, isObject, type JsonObject, recordsOf } from './answer.ts';
import type { Api } from './api.ts';
import { documentedTriggers } from './catalogue.ts';
import type { Target } from './targets/target.ts';
import { turnOf } from './turn.ts';

/** How many subscriptions each trigger has, the suite's and other people's, by trigger id. */
export type Occupancy = ReadonlyMap<string, number>;

type Reader = Pick<Target, 'client' | 'version'>;

export const readOccupancy = async (target: Reader): Promise<Occupancy> =>
  countsOf(await readSubscriptions(target));

export const countsOf = (all: readonly JsonObject[]): Occupancy => {
  const counts = new Map<string, number>();
  for (const { triggerId } of all) counts.set(String(triggerId), (counts.get(String(triggerId)) ?? 0) + 1);

  return counts;
};

/**
 * Reads all subscriptions, for orientation: judged is only what every exchange owes. A list that cannot be walked is read as
 * far as it goes: what is wrong with it is for the specs about the list to say.
 */
export const readSubscriptions = async ({ client, version }: Reader): Promise<readonly JsonObject[]> => {
  const byId = new Map<unknown, JsonObject>();
  try {
    for await (const { items } of client.walk('listSubscriptions', {
      version,
      limit: 250,
      sorters: 'triggerId',
    })) {
      for (const item of items.filter(isObject)) byId.set(item.id, item);
    }
  } catch {
    return [...byId.values()];
  }

  return [...byId.values()];
};

/** How many subscriptions a trigger has, whosever they are, and the answer that said so. */
export type TriggerCount = Readonly<{ total: number; answer: Answer }>;

export const countOf = async (api: Api, triggerId: string): Promise<TriggerCount> => {
  const answer = await api.listSubscriptions({ filters: `triggerId eq "${triggerId}"`, limit: 250 });

  return { total: recordsOf(answer).filter((record) => record.triggerId === triggerId).length, answer };
};

/**
 * FIRE_AND_FORGET triggers for ordinary subscriptions: not those whose places are filled, and with room for what a
 * test makes, never more than half of what is free. Each test begins with another one, so that a tenant that does
 * not delete is found out before a trigger is full.
 */
export const roomyTriggers = (occupancy: Occupancy, test: string): readonly string[] => {
  const roomy = documentedTriggers.FIRE_AND_FORGET.filter((_, index) => index % 2 === 0).filter(
    (id) => (occupancy.get(id) ?? 0) <= 40,
  );
  const turn = turnOf(test, Math.max(roomy.length, 1));

  return [...roomy.slice(turn), ...roomy.slice(0, turn)];
};
