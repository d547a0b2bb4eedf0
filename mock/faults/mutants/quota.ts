import type { Quota } from '../../plugins/quota.ts';
import { changeHeader, changeStatus, dropHeader } from '../change.ts';
import type { Apply, Mutant } from '../mutant.ts';

const counts =
  (change: (quota: Quota) => Quota): Apply =>
  (tenant) => {
    tenant.quota = tenant.quota && change(tenant.quota);
  };

/** Counts one request of five. */
const fiveTimesAsMany = (quota: Quota): Quota => {
  let asked = 0;

  return {
    take: (key) => {
      asked += 1;

      return asked % 5 === 0 ? quota.take(key) : 0;
    },
  };
};

export const quotaMutants: readonly Mutant[] = [
  { id: 'quota-not-enforced', breaks: 'quota.limit', apply: counts(() => ({ take: () => 0 })) },
  { id: 'quota-of-five-times-as-many', breaks: 'quota.limit', apply: counts(fiveTimesAsMany) },
  { id: 'quota-answered-503', breaks: 'quota.limit', apply: changeStatus({ status: 429 }, 503) },
  {
    id: 'quota-spares-delete',
    breaks: 'quota.limit',
    apply: ({ seams }) => {
      const { admit } = seams;
      seams.admit = (call, tenant) =>
        call.operation === 'deleteSubscription' ? undefined : admit(call, tenant);
    },
  },
  {
    id: 'retry-after-missing',
    breaks: 'quota.retry-after',
    apply: dropHeader({ status: 429 }, 'Retry-After'),
  },
  {
    id: 'retry-after-in-words',
    breaks: 'quota.retry-after',
    apply: changeHeader({ status: 429 }, 'Retry-After', 'soon'),
  },
  {
    id: 'retry-after-in-fractions',
    breaks: 'quota.retry-after',
    apply: changeHeader({ status: 429 }, 'Retry-After', '0.5'),
  },
  {
    id: 'retry-after-too-short',
    breaks: 'quota.retry-after.sufficient',
    apply: ({ seams }) => {
      seams.retryAfter = () => 0;
    },
  },
  {
    id: 'quota-punishes-who-waited',
    breaks: 'quota.retry-after.sufficient',
    apply: (tenant) => {
      const { quota, clock } = tenant;
      const waiting = new Map<string, number>();
      if (!quota) return;
      tenant.quota = {
        take: (key) => {
          const until = waiting.get(key) ?? 0;
          if (clock.now() < until) return 1;
          const waitMs = quota.take(key);
          if (waitMs > 0) waiting.set(key, clock.now() + waitMs + 30_000);

          return waitMs;
        },
      };
    },
  },
  {
    id: 'quota-shared-by-clients',
    breaks: 'quota.per-client',
    apply: ({ seams }) => {
      seams.quotaKey = ({ apiVersion }) => apiVersion;
    },
  },
  {
    id: 'quota-shared-by-versions',
    breaks: 'quota.per-version',
    apply: ({ seams }) => {
      const { quotaKey } = seams;
      seams.quotaKey = (call) => quotaKey({ ...call, apiVersion: 'beta' });
    },
  },
];
