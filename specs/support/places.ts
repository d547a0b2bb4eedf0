import type { SkipRecord } from '../../reports/record.ts';
import { type Answer, objectOf } from './answer.ts';
import type { Api } from './api.ts';
import type { TriggerType } from './catalogue.ts';
import { leaseTrigger } from './lease.ts';
import { countOf } from './occupancy.ts';
import type { RunLocks } from './run-locks.ts';
import type { Subscriptions } from './subscriptions.ts';
import type { Target } from './targets/target.ts';

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
  locks: RunLocks;
  /** Ends the test where it cannot be judged on this target just now. */
  skip: (why: SkipRecord) => never;
}>;

export const createPlaces = ({ api, subscriptions, target, locks, skip }: PlacesOptions) => {
  const leased: string[] = [];
  const count = (triggerId: string) => countOf(api, triggerId, target.ledger.owns);

  const leaseOf = async (type: TriggerType, empty: boolean): Promise<string> => {
    const trigger = await leaseTrigger({ type, empty, target, locks });
    if (typeof trigger !== 'string') return skip(trigger);
    leased.push(trigger);

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

  return {
    count,
    /** The emptiest trigger of the type that nobody of this suite fills meanwhile, until the test ends. */
    lease: (type: TriggerType): Promise<string> => leaseOf(type, false),
    /** The same, with nobody subscribed to it. */
    leaseEmpty: (type: TriggerType): Promise<string> => leaseOf(type, true),
    fill,
    release: (): void => leased.forEach(target.leases.release),
  };
};
