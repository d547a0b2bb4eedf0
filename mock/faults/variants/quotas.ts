import { createQuota, type Quota } from '../../plugins/quota.ts';
import type { Variant } from '../mutant.ts';

/** Every tenth request of the quota meets a client beside this one. */
const sharedClient = (quota: Quota | undefined): Quota => {
  let asked = 0;

  return {
    take: (key) => {
      asked += 1;

      return asked % 10 === 0 ? 1000 : (quota?.take(key) ?? 0);
    },
  };
};

/** How a tenant may count requests. */
export const quotaVariants: readonly Variant[] = [
  {
    id: 'retry-after-grows',
    manner: 'Retry-After is ten times as long as needed.',
    source: 'documented: Retry-After may grow',
    touches: ['quota.retry-after.sufficient'],
    apply: ({ seams }) => {
      const { retryAfter } = seams;
      seams.retryAfter = (waitMs) => retryAfter(waitMs * 10);
    },
  },
  {
    id: 'quota-in-fixed-windows',
    manner: 'The quota comes back all at once when a window begins.',
    source: 'not published: window or bucket',
    touches: ['quota.limit'],
    apply: (tenant) => {
      const settings = { requests: 100, windowMs: 10_000, kind: 'window' } as const;
      tenant.quota = tenant.quota && createQuota(settings, tenant.clock);
    },
  },
  {
    id: 'client-shared-with-others',
    manner: 'Every tenth request is answered 429, since others use the client as well.',
    source: 'FC-036: 429s that others provoke',
    touches: ['quota.retry-after'],
    apply: (tenant) => {
      tenant.quota = sharedClient(tenant.quota);
    },
  },
];
