import { markedName, runIdOf, startOfRun } from '../../client/run-mark.ts';
import { type JsonObject, objectOf } from './answer.ts';
import type { Api } from './api.ts';
import { readSubscriptions } from './occupancy.ts';
import type { Subscriptions } from './subscriptions.ts';
import type { Target } from './targets/target.ts';

/**
 * Locks between runs of this suite on one tenant, from whatever machine. They share nothing but the tenant, so a
 * lock is a subscription on it: disabled, of a trigger with room, and with the locked trigger's id in its name.
 * Who finds another's lock beside its own gives way; what a killed run left counts for an hour.
 */
export type RunLocks = Readonly<{
  /** Locks a trigger until the test's subscriptions are removed; `false` where another run is there as well. */
  take: (triggerId: string) => Promise<boolean>;
}>;

type RunLocksOptions = Readonly<{
  api: Api;
  subscriptions: Pick<Subscriptions, 'attempt' | 'draft'>;
  target: Pick<Target, 'client' | 'version' | 'ledger'>;
}>;

export const createRunLocks = ({ api, subscriptions, target }: RunLocksOptions): RunLocks => ({
  take: async (triggerId) => {
    const { runId } = target.ledger;
    const lock = await subscriptions.attempt(
      subscriptions.draft({ name: markedName(runId, `fills ${triggerId}`) }),
    );
    // A tenant that has no room for a lock has none for another run's either.
    if (!lockedByOthers(await readSubscriptions(target), runId).has(triggerId)) return true;
    const { id } = objectOf(lock);
    if (lock.status === 201 && typeof id === 'string') await api.deleteSubscription(id);

    return false;
  },
});

/** In ms; the run ids tell when a run began. */
const longestRun = 3_600_000;

/** The triggers that runs other than this one, of about the same time, have locked. */
export const lockedByOthers = (all: readonly JsonObject[], runId: string): ReadonlySet<string> =>
  new Set(
    all.flatMap(({ name }) => {
      const other = runIdOf(String(name));
      const triggerId = / fills (\S+)$/.exec(String(name))?.[1];
      if (triggerId === undefined || other === undefined || other === runId) return [];

      return Math.abs((startOfRun(runId) ?? 0) - (startOfRun(other) ?? 0)) > longestRun ? [] : [triggerId];
    }),
  );
