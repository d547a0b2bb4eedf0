import type { Call, Reply } from '../call.ts';
import type { Clock } from '../clock.ts';
import type { Tenant } from '../tenant.ts';
import { tooManyRequests } from './errors.ts';

/** `requests` in `windowMs` for each client and API version. */
export type QuotaSettings = Readonly<{
  requests: number;
  windowMs: number;
  /** `bucket` (the default): refills evenly; `window`: all of it again when a fixed window begins. */
  kind?: 'bucket' | 'window';
}>;

/** Counts requests by key. */
export type Quota = Readonly<{
  /** Takes one request: 0 where it may pass, else the milliseconds until one may. */
  take: (key: string) => number;
}>;

/** Lets a request pass, or answers 429 with the seconds after which one is let pass. */
export const admit = (call: Call, tenant: Tenant): Reply | undefined => {
  const waitMs = tenant.quota?.take(tenant.seams.quotaKey(call)) ?? 0;

  return waitMs > 0 ? tooManyRequests(tenant.seams.retryAfter(waitMs)) : undefined;
};

/** The documented unit: a client in an API version. Who bears no good token is counted as one client. */
export const quotaKey = (call: Call): string =>
  `${call.token?.client.clientId ?? 'anonymous'} ${call.apiVersion}`;

export const retryAfter = (waitMs: number): number => Math.max(1, Math.ceil(waitMs / 1000));

export const createQuota = (settings: QuotaSettings, clock: Clock): Quota =>
  settings.kind === 'window' ? fixedWindow(settings, clock) : bucket(settings, clock);

const bucket = ({ requests, windowMs }: QuotaSettings, clock: Clock): Quota => {
  const perMs = requests / windowMs;
  const levels = new Map<string, { left: number; at: number }>();

  return {
    take: (key) => {
      const now = clock.now();
      const level = levels.get(key) ?? { left: requests, at: now };
      level.left = Math.min(requests, level.left + (now - level.at) * perMs);
      level.at = now;
      levels.set(key, level);
      // Refilling in fractions must not hold back a request that waited just long enough.
      if (level.left < 1 - 1e-9) return (1 - level.left) / perMs;
      level.left -= 1;

      return 0;
    },
  };
};

const fixedWindow = ({ requests, windowMs }: QuotaSettings, clock: Clock): Quota => {
  const windows = new Map<string, { began: number; taken: number }>();

  return {
    take: (key) => {
      const now = clock.now();
      const began = now - (now % windowMs);
      const known = windows.get(key);
      const window = known?.began === began ? known : { began, taken: 0 };
      windows.set(key, window);
      if (window.taken >= requests) return began + windowMs - now;
      window.taken += 1;

      return 0;
    },
  };
};
