import type { RatedStep } from '../support/dispatch-plan.ts';

/** Virtual users of an open model: each waits for one answer at a time. */
export type Users = Readonly<{ ready: number; most: number; enough: number }>;

/** No machine of this size carries more. */
export const mostUsers = 5000;

/** So many are ready in a second or two, in half a GB. */
const mostReady = 1000;

/**
 * As many as wait at once where every answer takes until the deadline, at most. All of them, or those that wait where
 * an answer takes two seconds, are ready from the start: making one in the middle of a run makes others late.
 */
export const usersFor = (steps: readonly RatedStep[], deadlineMs: number): Users => {
  const rate = Math.max(...steps.map(({ from, to }) => Math.max(from, to)));
  const enough = Math.ceil((rate * deadlineMs) / 1000);
  const most = Math.min(mostUsers, Math.max(enough, 10));

  return { ready: Math.min(most, Math.max(mostReady, Math.ceil(rate * 2))), most, enough };
};
