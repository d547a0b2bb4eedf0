import type { Delivery } from '../../dispatch/delivery.ts';
import type { SubscriptionRecord } from '../../records.ts';
import { changeAddressees, changeDispatch, changeEvent } from '../change-dispatch.ts';
import type { Apply, Mutant } from '../mutant.ts';

/** Changes another subscription of the same trigger along with the one that is meant. */
const changesANeighbour =
  (
    operation: 'updateSubscription' | 'patchSubscription',
    change: (neighbour: SubscriptionRecord, changed: SubscriptionRecord) => SubscriptionRecord,
  ): Apply =>
  ({ seams }) => {
    const handle = seams.handle[operation];
    seams.handle[operation] = async (call, tenant) => {
      const reply = await handle(call, tenant);
      const { subscriptions } = tenant.store;
      const changed = subscriptions.find(call.id);
      const neighbour =
        changed &&
        subscriptions.list().find(({ id, triggerId }) => id !== call.id && triggerId === changed.triggerId);
      if (reply.status === 200 && changed && neighbour) subscriptions.put(change(neighbour, changed));

      return reply;
    };
  };

/** Dispatches to every addressee of an event as if part of it were that of the first one. */
const asTheFirst = (mix: (own: SubscriptionRecord, first: SubscriptionRecord) => SubscriptionRecord): Apply =>
  changeAddressees((meant) => {
    const [first] = meant;

    return first ? meant.map((own) => mix(own, first)) : meant;
  });

const withConfigOf = (own: SubscriptionRecord, first: SubscriptionRecord): SubscriptionRecord =>
  own.httpConfig && first.httpConfig ? { ...own, httpConfig: first.httpConfig } : own;

/** Keeps something of the first delivery of a subscription for all later ones. */
const keepsOf = (change: (now: Delivery, first: Delivery) => Partial<ReturnType<typeof eventOf>>): Apply => {
  const first = new Map<string, Delivery>();

  return changeEvent((event, delivery) => {
    const kept = first.get(delivery.subscription.id) ?? delivery;
    first.set(delivery.subscription.id, kept);

    return { ...event, ...change(delivery, kept) };
  });
};

const eventOf = ({ invocation, callbackURL }: Delivery) => ({
  input: invocation.input as Readonly<Record<string, unknown>>,
  secret: invocation.secret,
  callbackURL,
});

/** What belongs to one of several, and reaches another. */
export const neighbourMutants: readonly Mutant[] = [
  {
    id: 'put-changes-a-neighbour-as-well',
    breaks: 'subscriptions.update',
    apply: changesANeighbour('updateSubscription', (neighbour, { name }) => ({ ...neighbour, name })),
  },
  {
    id: 'patch-changes-a-neighbour-as-well',
    breaks: 'subscriptions.patch.replace',
    apply: changesANeighbour('patchSubscription', (neighbour, { description }) => ({
      ...neighbour,
      description: description ?? null,
    })),
  },
  { id: 'all-events-to-the-first-address', breaks: 'dispatch.request', apply: asTheFirst(withConfigOf) },
  {
    id: 'filter-of-the-first-holds-for-all',
    breaks: 'invocations.test.filter',
    apply: ({ seams }) => {
      const { addressees } = seams;
      seams.addressees = (body, input, tenant) => {
        const named = tenant.store.subscriptions
          .list()
          .filter(({ id, triggerId }) => triggerId === body.triggerId && body.subscriptionIds?.includes(id));
        const [first] = named;
        if (!first || named.length < 2) return addressees(body, input, tenant);

        return addressees(body, input, tenant).some(({ id }) => id === first.id) ? named : [];
      };
    },
  },
  {
    id: 'later-events-have-the-first-input',
    breaks: 'dispatch.input',
    apply: keepsOf((_now, first) => ({ input: eventOf(first).input })),
  },
  {
    id: 'later-events-have-the-first-callback',
    breaks: 'dispatch.async.callback',
    apply: keepsOf((_now, first) => ({ callbackURL: first.callbackURL })),
  },
  {
    id: 'later-events-have-the-first-secret',
    breaks: 'dispatch.async.callback',
    apply: keepsOf((_now, first) => ({ secret: first.invocation.secret })),
  },
  {
    id: 'completion-ends-the-neighbours-too',
    breaks: 'invocations.complete',
    apply: changeDispatch(({ finish, isOpen }) => ({
      finish: (invocation, completion, tenant) => {
        finish(invocation, completion, tenant);
        for (const other of tenant.store.invocations.list()) {
          if (other.subscriptionId === invocation.subscriptionId && isOpen(other))
            finish(other, completion, tenant);
        }
      },
    })),
  },
];
