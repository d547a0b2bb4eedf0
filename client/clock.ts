import { setTimeout as wait } from 'node:timers/promises';

/** Time as the client sees it: milliseconds since the epoch, and waiting. A test hands in one of its own. */
export type Clock = Readonly<{
  now(): number;
  /** Resolves after `ms`; rejects with the signal's reason when it is aborted. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
}>;

export const systemClock: Clock = {
  now: Date.now,
  sleep: async (ms, signal) => {
    await wait(ms, undefined, signal ? { signal } : {});
  },
};
