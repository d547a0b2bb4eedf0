import { type Answer, isObject, type JsonObject, recordsOf } from './answer.ts';
import type { Api } from './api.ts';
import { documentedTriggers } from './catalogue.ts';
import type { Target } from './targets/target.ts';

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
 * Reads all subscriptions, for orientation only and so judged by nobody. A list that cannot be walked is read as
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

/** The subscriptions of one trigger: how many, which of them are other people's, and the answer that said so. */
export type TriggerCount = Readonly<{ total: number; foreign: readonly string[]; answer: Answer }>;

/** Who holds the places of one trigger right now; `isOwn` tells the suite's from other people's. */
export const countOf = async (
  api: Api,
  triggerId: string,
  isOwn: (id: string) => boolean,
): Promise<TriggerCount> => {
  const answer = await api.listSubscriptions({ filters: `triggerId eq "${triggerId}"`, limit: 250 });
  const ids = recordsOf(answer)
    .filter((record) => record.triggerId === triggerId)
    .map(({ id }) => String(id));

  return { total: ids.length, foreign: ids.filter((id) => !isOwn(id)).sort(), answer };
};

/**
 * FIRE_AND_FORGET triggers for ordinary subscriptions, the emptiest first: not those whose places are filled, and
 * with room for what a test makes, never more than half of what is free.
 */
export const roomyTriggers = (occupancy: Occupancy): readonly string[] =>
  documentedTriggers.FIRE_AND_FORGET.filter((_, index) => index % 2 === 0)
    .filter((id) => (occupancy.get(id) ?? 0) <= 40)
    .toSorted((one, other) => (occupancy.get(one) ?? 0) - (occupancy.get(other) ?? 0));
