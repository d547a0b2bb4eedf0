import { setTimeout as wait } from 'node:timers/promises';
import type { JsonObject } from '../change.ts';
import { changeAddressees, readsTestAs, startsOn } from '../change-dispatch.ts';
import type { Apply, Mutant } from '../mutant.ts';

/** Starts invocations, and sends nothing where the subscription is of a kind. */
const sendsNothingTo = (isMeant: (enabled: boolean) => boolean): Apply =>
  startsOn(({ dispatcher }) => ({
    dispatcher: {
      ...dispatcher,
      start: (delivery, tenant) => {
        if (!isMeant(delivery.subscription.enabled)) dispatcher.start(delivery, tenant);
      },
    },
  }));

/** Judges filters otherwise while an event is started. */
const matches = (change: (matches: boolean) => boolean): Apply =>
  startsOn(({ filters }) => ({
    filters: { ...filters, matches: (...parts) => change(filters.matches(...parts)) },
  }));

/** Keeps one input a trigger while tests are about to start: the last to come counts for all. */
const lastInputForAll: Apply = ({ seams }) => {
  const { startTestTriggerInvocation } = seams.handle;
  const inputs = new Map<unknown, unknown>();
  seams.handle.startTestTriggerInvocation = async (call, tenant) => {
    const { triggerId, input } = call.body as JsonObject;
    inputs.set(triggerId, input);
    await wait(3);
    const body = { ...(call.body as JsonObject), input: inputs.get(triggerId) };

    return startTestTriggerInvocation({ ...call, body }, tenant);
  };
};

/** Whom a test event reaches. */
export const testStartMutants: readonly Mutant[] = [
  {
    id: 'test-takes-the-first-subscription-id-only',
    breaks: 'invocations.test',
    apply: readsTestAs(({ subscriptionIds, ...body }) => ({
      ...body,
      ...(Array.isArray(subscriptionIds) && { subscriptionIds: subscriptionIds.slice(0, 1) }),
    })),
  },
  {
    id: 'test-loses-the-last-of-several',
    breaks: 'invocations.test',
    apply: changeAddressees((all) => (all.length > 1 ? all.slice(0, -1) : all)),
  },
  {
    id: 'test-reaches-those-made-after-the-named-one',
    breaks: 'invocations.test.subscription-ids',
    apply: changeAddressees(([first, ...rest], { triggerId }, { store }) => {
      const all = store.subscriptions.list().filter((each) => each.triggerId === triggerId);

      return first ? all.slice(all.findIndex(({ id }) => id === first.id)) : rest;
    }),
  },
  {
    id: 'test-reaches-subscriptions-of-every-trigger',
    breaks: 'dispatch.only-subscribed',
    apply: changeAddressees((meant, { subscriptionIds }, { store }) =>
      meant.length === 0 || subscriptionIds ? meant : store.subscriptions.list(),
    ),
  },
  {
    id: 'test-starts-everything-twice',
    breaks: 'invocations.test',
    apply: changeAddressees((meant) => meant.flatMap((each) => [each, each])),
  },
  {
    id: 'test-spares-disabled-subscriptions-that-are-not-named',
    breaks: 'invocations.test.disabled',
    apply: changeAddressees((meant, { subscriptionIds }) =>
      subscriptionIds ? meant : meant.filter(({ enabled }) => enabled),
    ),
  },
  {
    id: 'test-sends-nothing-to-disabled-subscriptions',
    breaks: 'invocations.test.disabled',
    apply: sendsNothingTo((enabled) => !enabled),
  },
  { id: 'test-ignores-filters', breaks: 'invocations.test.filter', apply: matches(() => true) },
  { id: 'test-turns-filters-round', breaks: 'invocations.test.filter', apply: matches((is) => !is) },
  {
    id: 'test-ignores-filters-of-those-named',
    breaks: 'invocations.test.filter',
    apply: changeAddressees((meant, { triggerId, subscriptionIds }, { store }) =>
      subscriptionIds
        ? store.subscriptions
            .list()
            .filter((each) => each.triggerId === triggerId && subscriptionIds.includes(each.id))
        : meant,
    ),
  },
  {
    id: 'test-ignores-filters-of-those-not-named',
    breaks: 'invocations.test.filter',
    apply: changeAddressees((meant, { triggerId, subscriptionIds }, { store }) =>
      subscriptionIds ? meant : store.subscriptions.list().filter((each) => each.triggerId === triggerId),
    ),
  },
  {
    id: 'test-of-an-unknown-id-reaches-everybody',
    breaks: 'invocations.test.subscription-ids',
    apply: changeAddressees((meant, { triggerId, subscriptionIds }, { store }) =>
      subscriptionIds?.some((id) => store.subscriptions.find(id)) === false
        ? store.subscriptions.list().filter((each) => each.triggerId === triggerId)
        : meant,
    ),
  },
  { id: 'tests-at-once-share-their-input', breaks: 'invocations.test', apply: lastInputForAll },
];
