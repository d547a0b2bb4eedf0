import type { ApiVersion } from '../../contracts/versions.ts';

/** What the scenario `rate-limit` is told besides where the API is. */
export type RateLimitPlan = Readonly<{
  /** No more than so many requests, in search of a quota. */
  mostRequests: number;
  /** How long the refill is watched, at least and at most. */
  watchSeconds: Readonly<{ least: number; most: number }>;
  /** How long an obedient client is watched. */
  obeySeconds: number;
  /** Between two requests while the refill is watched. */
  pauseSeconds: number;
  otherVersion: ApiVersion;
  /** The token of another client comes by the environment. */
  hasOtherClient: boolean;
}>;
