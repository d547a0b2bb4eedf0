import type { InvocationFacts } from './status.ts';

const hour = 3_600_000;

/** How long a finished invocation is listed, in ms, as documented. */
export const keptMs = { succeeded: 24 * hour, failed: 48 * hour } as const;

/** How many invocations can be fetched at most, as documented; that it is the latest ones is assumed. */
export const mostFetched = 2000;

/** Whether an invocation is still listed at `now`: an open one always is. */
export const isKept = (
  { completed, localizedError }: Pick<InvocationFacts, 'completed' | 'localizedError'>,
  now: number,
): boolean =>
  completed === undefined || now - completed < (localizedError ? keptMs.failed : keptMs.succeeded);
