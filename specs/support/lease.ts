import type { Ledger } from '../../client/ledger.ts';
import { runIdOf } from '../../client/run-mark.ts';
import type { SkipRecord } from '../../reports/record.ts';
import type { JsonObject } from './answer.ts';
import { documentedTriggers, type TriggerType } from './catalogue.ts';
import { countsOf, readSubscriptions } from './occupancy.ts';
import { lockedByOthers, type RunLocks } from './run-locks.ts';
import type { Target } from './targets/target.ts';
import { turnOf } from './turn.ts';

/** The triggers whose places are filled: ordinary subscriptions go to the other FIRE_AND_FORGET triggers. */
const forFilling: Readonly<Record<TriggerType, readonly string[]>> = {
  FIRE_AND_FORGET: documentedTriggers.FIRE_AND_FORGET.filter((_, index) => index % 2 === 1),
  REQUEST_RESPONSE: documentedTriggers.REQUEST_RESPONSE,
};

type Leasing = Readonly<{
  type: TriggerType;
  /** Nobody may be subscribed to it. */
  empty: boolean;
  /** This one and no other. */
  only?: string | undefined;
  target: Pick<Target, 'client' | 'version' | 'ledger' | 'leases' | 'sleep'>;
  locks: RunLocks;
}>;

/** How long to wait for a trigger that another worker or another run has, and between two looks; in ms. */
const patience = 60_000;
const pause = 200;

/**
 * The emptiest trigger of a type that neither another worker nor another run fills, until the lease is released.
 * Gives why there is none where none becomes free in time. What other people hold is not waited for.
 */
export const leaseTrigger = async (leasing: Leasing): Promise<string | SkipRecord> => {
  const { type, empty, only, target } = leasing;
  const { runId } = target.ledger;
  const step = pause + turnOf(runId, pause);

  for (let waited = 0; ; waited += step) {
    const all = await readSubscriptions(target);
    const locked = lockedByOthers(all, runId);
    const free = byRoom(type, all, runId).filter((id) => !locked.has(id) && (only ?? id) === id);
    const trigger = (empty ? free.filter((id) => isEmpty(id, all)) : free).find(target.leases.take);
    if (trigger !== undefined && (await lockOrRelease(trigger, leasing))) return trigger;
    if (empty && forFilling[type].every((id) => isHeldForGood(id, all, target.ledger)))
      return none(type, 'other people hold');
    if (waited >= patience) return none(type, 'another worker or another run of this suite held');
    await target.sleep(step);
  }
};

/** A lease without a lock is given back, also where the tenant is gone. */
const lockOrRelease = async (trigger: string, { target, locks }: Leasing): Promise<boolean> => {
  let locked = false;
  try {
    locked = await locks.take(trigger);
  } finally {
    if (!locked) target.leases.release(trigger);
  }

  return locked;
};

/** Equal ones in an order that differs from run to run. */
const byRoom = (type: TriggerType, all: readonly JsonObject[], runId: string): readonly string[] => {
  const counts = countsOf(all);
  const turn = turnOf(runId, forFilling[type].length);

  return [...forFilling[type].slice(turn), ...forFilling[type].slice(0, turn)].sort(
    (one, other) => (counts.get(one) ?? 0) - (counts.get(other) ?? 0),
  );
};

const isEmpty = (triggerId: string, all: readonly JsonObject[]): boolean =>
  !all.some((subscription) => subscription.triggerId === triggerId);

/** By other people, or by what this run has deleted and the tenant still lists: there is nothing to wait for. */
const isHeldForGood = (triggerId: string, all: readonly JsonObject[], { runId, open }: Ledger): boolean =>
  all.some(({ triggerId: of, name, id }) => {
    if (of !== triggerId) return false;
    const run = runIdOf(String(name));

    return run === undefined || (run === runId && !open().some((entry) => entry.id === id));
  });

const none = (type: TriggerType, who: string): SkipRecord => ({
  capability: type === 'REQUEST_RESPONSE' ? 'slots' : 'limits',
  reason: `needs a free ${type} trigger: ${who} every one`,
});
