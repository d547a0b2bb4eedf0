import { among, type Invocations, type Started } from './invocations.ts';
import type { Subscriptions } from './subscriptions.ts';
import type { Target } from './targets/target.ts';

type Arranged = Readonly<{ subscriptions: Subscriptions; invocations: Invocations; target: Target }>;

/**
 * Records of the test to page over, more that are not meant, and the query that chooses the first: other people's
 * records come and go, and are never among them.
 */
export const recordsToPage = {
  listTriggerInvocationStatus: async ({ subscriptions, invocations, target }: Arranged) => {
    const subscription = await subscriptions.create();
    await invocations.startOne(await subscriptions.create());
    const started: Started[] = [];
    while (started.length < 5) {
      started.push(await invocations.startOne(subscription));
      await target.sleep(10);
    }
    await invocations.statuses(subscription.id, ({ records }) => among(records, started).length >= 5);

    return { sorters: 'created', filters: `subscriptionId eq "${subscription.id}"` };
  },
  listTriggers: async () => ({ sorters: 'id', filters: 'id ge "idn:campaign"' }),
  listSubscriptions: async ({ subscriptions }: Arranged) => {
    const [beside, ...chosen] = subscriptions.triggers.slice(0, 6).toReversed();
    const ids: string[] = [];
    for (const triggerId of chosen) ids.push((await subscriptions.create({ triggerId })).id);
    await subscriptions.create({ triggerId: beside });

    return { sorters: 'triggerId', filters: ids.map((id) => `id eq "${id}"`).join(' or ') };
  },
};
