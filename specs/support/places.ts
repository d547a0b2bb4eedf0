import { type Answer, objectOf } from './answer.ts';
import type { Api } from './api.ts';
import { documentedTriggers, type TriggerType } from './catalogue.ts';
import { countOf, type Occupancy } from './occupancy.ts';
import type { Subscriptions } from './subscriptions.ts';
import { type Target, until } from './targets/target.ts';

/** What a test does with the places of a trigger: 50 of a FIRE_AND_FORGET trigger, one of the others. */
export type Places = ReturnType<typeof createPlaces>;

export type Filled = Readonly<{
  /** Subscriptions of the trigger afterwards, other people's included. */
  held: number;
  /** Those that were created here. */
  ids: readonly string[];
  /** The answer that showed the last of them, or that there was no room. */
  last: Answer;
}>;

type PlacesOptions = Readonly<{
  api: Api;
  subscriptions: Subscriptions;
  target: Target;
  occupancy: () => Promise<Occupancy>;
}>;

/** The triggers whose places are filled: ordinary subscriptions go to the other FIRE_AND_FORGET triggers. */
const forFilling: Readonly<Record<TriggerType, readonly string[]>> = {
  FIRE_AND_FORGET: documentedTriggers.FIRE_AND_FORGET.filter((_, index) => index % 2 === 1),
  REQUEST_RESPONSE: documentedTriggers.REQUEST_RESPONSE,
};

export const createPlaces = ({ api, subscriptions, target, occupancy }: PlacesOptions) => {
  const leased: string[] = [];
  const count = (triggerId: string) => countOf(api, triggerId, target.ledger.owns);

  /** The emptiest trigger of the type that no other worker fills, until the test ends. */
  const lease = async (type: TriggerType): Promise<string> => {
    const counts = await occupancy();
    const byRoom = forFilling[type].toSorted(
      (one, other) => (counts.get(one) ?? 0) - (counts.get(other) ?? 0),
    );
    const take = async () => byRoom.find((id) => target.leases.take(id));
    const trigger = await until({ ...target, patience: 60_000 }, take, (id) => id !== undefined);
    if (trigger === undefined)
      throw new Error(`Every ${type} trigger is being filled by another worker of this run.`);
    leased.push(trigger);

    return trigger;
  };

  /** A trigger that nobody is subscribed to. */
  const leaseEmpty = async (type: TriggerType): Promise<string> => {
    const trigger = await lease(type);
    const { total } = await count(trigger);
    if (total > 0)
      throw new Error(`Every ${type} trigger has subscriptions already: run the test when one is free.`);

    return trigger;
  };

  /** Creates subscriptions until that many places are held, or one is refused. */
  const fill = async (triggerId: string, places: number): Promise<Filled> => {
    const before = await count(triggerId);
    const ids: string[] = [];
    let last = before.answer;
    for (let held = before.total; held < places; held += 1) {
      last = await subscriptions.attempt(subscriptions.draft({ triggerId }));
      if (last.status !== 201) break;
      ids.push(String(objectOf(last).id));
    }
    const after = await count(triggerId);
    if (before.foreign.join() !== after.foreign.join()) {
      throw new Error(
        `Other people changed the subscriptions of ${triggerId} meanwhile: run the test again.`,
      );
    }

    return { held: after.total, ids, last };
  };

  return { count, lease, leaseEmpty, fill, release: () => leased.forEach(target.leases.release) };
};
