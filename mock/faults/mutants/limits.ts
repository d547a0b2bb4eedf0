import { setTimeout } from 'node:timers/promises';
import type { SubscriptionRecord } from '../../records.ts';
import type { Tenant } from '../../tenant.ts';
import type { Apply, Mutant } from '../mutant.ts';

/** Counts only some of a trigger's subscriptions against its limit. */
const countOnly =
  (counts: (held: SubscriptionRecord, added: SubscriptionRecord) => boolean): Apply =>
  ({ seams }) => {
    const { addSubscription } = seams;
    seams.addSubscription = (subscription, trigger, tenant) => {
      const { subscriptions } = tenant.store;
      const count: typeof subscriptions.count = (holds) =>
        subscriptions.count((held) => holds(held) && counts(held, subscription));

      return addSubscription(subscription, trigger, withSubscriptions(tenant, { ...subscriptions, count }));
    };
  };

const withSubscriptions = (tenant: Tenant, subscriptions: Tenant['store']['subscriptions']): Tenant => ({
  ...tenant,
  store: { ...tenant.store, subscriptions },
});

/** Long enough for requests that were sent together to overtake one another. */
const thinkingMs = 20;

/** Looks, then thinks, then adds. */
const racy: Apply = ({ seams }) => {
  const { addSubscription } = seams;
  seams.addSubscription = async (subscription, trigger, tenant) => {
    const { subscriptions } = tenant.store;
    const full = await addSubscription(
      subscription,
      trigger,
      withSubscriptions(tenant, { ...subscriptions, put: () => undefined }),
    );
    await setTimeout(thinkingMs);
    if (!full) subscriptions.put(subscription);

    return full;
  };
};

/** The place of a subscription that is deleted from a full trigger stays taken. */
const placesStayTaken: Apply = ({ seams, limits }) => {
  const { addSubscription, removeSubscription } = seams;
  const lost = new Map<string, number>();
  const heldOn = (tenant: Tenant, id: string): number =>
    tenant.store.subscriptions.count(({ triggerId }) => triggerId === id);

  seams.removeSubscription = (id, tenant) => {
    const found = tenant.store.subscriptions.find(id);
    const trigger = found && tenant.store.triggers.find(found.triggerId);
    if (trigger && heldOn(tenant, trigger.id) >= limits[trigger.type]) {
      lost.set(trigger.id, (lost.get(trigger.id) ?? 0) + 1);
    }

    return removeSubscription(id, tenant);
  };
  seams.addSubscription = (subscription, trigger, tenant) =>
    heldOn(tenant, trigger.id) + (lost.get(trigger.id) ?? 0) >= limits[trigger.type]
      ? { field: 'triggerId', text: 'the limit is reached' }
      : addSubscription(subscription, trigger, tenant);
};

export const limitMutants: readonly Mutant[] = [
  {
    id: 'fire-and-forget-admits-51',
    breaks: 'subscriptions.limit.fire-and-forget',
    apply: ({ limits }) => {
      limits.FIRE_AND_FORGET = 51;
    },
  },
  {
    id: 'fire-and-forget-admits-any-number',
    breaks: 'subscriptions.limit.fire-and-forget',
    apply: ({ limits }) => {
      limits.FIRE_AND_FORGET = Number.POSITIVE_INFINITY;
    },
  },
  {
    id: 'limit-counts-each-type-apart',
    breaks: 'subscriptions.limit.fire-and-forget',
    apply: countOnly((held, added) => held.type === added.type),
  },
  {
    id: 'limit-ignores-disabled-subscriptions',
    breaks: 'subscriptions.limit.fire-and-forget',
    apply: countOnly(({ enabled }) => enabled),
  },
  {
    id: 'fire-and-forget-admits-49',
    breaks: 'subscriptions.limit.fire-and-forget.reached',
    apply: ({ limits }) => {
      limits.FIRE_AND_FORGET = 49;
    },
  },
  {
    id: 'request-response-admits-2',
    breaks: 'subscriptions.limit.request-response',
    apply: ({ limits }) => {
      limits.REQUEST_RESPONSE = 2;
    },
  },
  { id: 'limit-lost-in-a-race', breaks: 'subscriptions.limit.concurrent', apply: racy },
  { id: 'freed-place-stays-taken', breaks: 'subscriptions.limit.freed', apply: placesStayTaken },
];
