import { mutants } from '../../../mock/faults/index.ts';
import type { SubscriptionRecord } from '../../../mock/records.ts';
import type { BusyTenant } from './busy-tenant.ts';

/** A fault on a busy tenant, and the one finding that it gives. */
export type Planted = Readonly<{
  title: string;
  plant: (tenant: BusyTenant) => SubscriptionRecord | Readonly<{ id: string }>;
  /** Id and severity of the one finding that it gives. */
  finding: readonly [id: string, severity: 'error' | 'warning' | 'info'];
  what: RegExp;
}>;

const minute = 60_000;

/** Faults of triggers, of subscribers that decide, and of the API itself. */
export const plantedElsewhere: readonly Planted[] = [
  {
    title: 'a subscription of a deprecated trigger',
    plant: (tenant) => {
      const { triggers } = tenant.mock.tenant.store;
      const id = 'idn:identity-deleted';
      for (const trigger of triggers.list())
        if (trigger.id === 'idn:identity-created') triggers.put({ ...trigger, id });
      tenant.subscribe({ triggerId: id });

      return { id };
    },
    finding: ['trigger.deprecated', 'warning'],
    what: /^It is deprecated, and 1 subscription listens to it\.$/,
  },
  {
    title: 'a SYNC subscriber that needs nearly all of its 10 s',
    plant: (tenant) => {
      const triggerId = 'idn:access-request-dynamic-approver';
      const { subscriptions } = tenant.mock.tenant.store;
      const url = 'https://a.example.com/';
      const httpConfig = { url, httpDispatchMode: 'SYNC', httpAuthenticationType: 'NO_AUTH' } as const;
      const taken = subscriptions.list().find((each) => each.triggerId === triggerId);
      const subscription = {
        ...(taken ?? tenant.subscribe({ triggerId })),
        httpConfig,
      };
      subscriptions.put(subscription);
      for (let n = 1; n <= 30; n += 1)
        tenant.invoke(subscription, {
          created: tenant.clock.now() - n * minute,
          completed: tenant.clock.now() - n * minute + 9000,
        });

      return subscription;
    },
    finding: ['invocations.near-deadline', 'warning'],
    what: /^p95 of \d+ invocations took 9\.0 s, 90 % of the 10 s for an answer/,
  },
  {
    title: 'an answer of 500',
    plant: (tenant) => {
      tenant.mock.tenant.faults.raise('listSubscriptions', { status: 500 });
      return { id: 'api' };
    },
    finding: ['api.availability', 'warning'],
    what: /^1 of \d+ requests failed \(\d+ %\): 1 x 500\.$/,
  },
  {
    title: 'an answer of 429',
    plant: (tenant) => {
      tenant.mock.tenant.faults.raise('listTriggers', { status: 429 });
      return { id: 'api' };
    },
    finding: ['api.throttling', 'warning'],
    what: /^1 of \d+ requests were answered 429 \(\d+ %\)/,
  },
  {
    title: 'an API that takes four seconds to answer',
    plant: (tenant) => {
      tenant.slowDown(4000);
      return { id: 'api' };
    },
    finding: ['api.latency', 'warning'],
    what: /^The median of \d+ answers is 4\.0 s\.$/,
  },
  {
    title: 'a promise of the API that is broken',
    plant: ({ mock }) => {
      for (const { id, apply } of mutants) if (id === 'trigger-without-name') apply(mock.tenant);
      return { id: 'listTriggers' };
    },
    finding: ['api.contract', 'error'],
    what: /^\S+ \(must\): expected .*, seen .*name/,
  },
];
