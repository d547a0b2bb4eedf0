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
  const count = (triggerId: string) => countOf(api, triggerId);

  const leaseOf = async (type: TriggerType, empty: boolean, only?: string): Promise<string> => {
    const trigger = await leaseTrigger({ type, empty, only, target, locks });
    if (typeof trigger !== 'string') return skip(trigger);
    leased.push(trigger);

    return trigger;
  };

  /**
   * Creates subscriptions until that many places are held, or one is refused. Other people come and go meanwhile:
   * a refusal counts when it comes again with the same places free.
   */
  const fill = async (triggerId: string, places: number): Promise<Filled> => {
    const { total, answer } = await count(triggerId);
    const ids: string[] = [];
    let last = answer;
    let refusals = 0;
    for (let held = total; held < places && refusals < 3; ) {
      last = await subscriptions.attempt(subscriptions.draft({ triggerId }));
      if (last.status === 201) {
        ids.push(String(objectOf(last).id));
        held += 1;
      } else {
        refusals += 1;
        held = (await count(triggerId)).total;
      }
    }

    return { held: (await count(triggerId)).total, ids, last };
  };

  return {
    count,
    /** The emptiest trigger of the type that nobody of this suite fills meanwhile, until the test ends. */
    lease: (type: TriggerType, only?: string): Promise<string> => leaseOf(type, false, only),
    /** The same, with nobody subscribed to it. */
    leaseEmpty: (type: TriggerType): Promise<string> => leaseOf(type, true),
    fill,
    release: (): void => leased.forEach(target.leases.release),
  };
};
