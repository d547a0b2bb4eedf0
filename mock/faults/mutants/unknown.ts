import type { OperationId } from '../../../contracts/operations.ts';
import type { Handler } from '../../seams.ts';
import { changeStatus } from '../change.ts';
import type { Apply, Mutant } from '../mutant.ts';

/** Answers as if there had been such a subscription. */
const unknownIsDone =
  (operation: OperationId, answered: (body: unknown) => Awaited<ReturnType<Handler>>): Apply =>
  ({ seams }) => {
    const handle = seams.handle[operation];
    seams.handle[operation] = async (call, tenant) => {
      const reply = await handle(call, tenant);

      return reply.status === 404 ? answered(call.body) : reply;
    };
  };

const made = (id: string) => ({
  id,
  name: 'made on the way',
  triggerId: 'idn:identity-created',
  triggerName: 'Identity Created',
  type: 'INLINE',
  enabled: false,
});

export const unknownMutants: readonly Mutant[] = [
  {
    id: 'put-creates-what-is-unknown',
    breaks: 'subscriptions.update.unknown',
    apply: unknownIsDone('updateSubscription', (body) => ({
      status: 200,
      headers: {},
      body: { ...made('new'), ...(body as object) },
    })),
  },
  {
    id: 'put-answers-400-to-what-is-unknown',
    breaks: 'subscriptions.update.unknown',
    apply: changeStatus({ operation: 'updateSubscription', status: 404 }, 400),
  },
  {
    id: 'patch-of-what-is-unknown-answered-200',
    breaks: 'subscriptions.patch.unknown',
    apply: unknownIsDone('patchSubscription', () => ({ status: 200, headers: {}, body: made('new') })),
  },
  {
    id: 'patch-answers-500-to-what-is-unknown',
    breaks: 'subscriptions.patch.unknown',
    apply: changeStatus({ operation: 'patchSubscription', status: 404 }, 500),
  },
  {
    id: 'delete-of-what-is-unknown-answered-204',
    breaks: 'subscriptions.delete.unknown',
    apply: unknownIsDone('deleteSubscription', () => ({ status: 204, headers: {} })),
  },
  {
    id: 'delete-answers-400-to-what-is-unknown',
    breaks: 'subscriptions.delete.unknown',
    apply: changeStatus({ operation: 'deleteSubscription', status: 404 }, 400),
  },
  {
    id: 'second-delete-answered-204',
    breaks: 'subscriptions.delete.twice',
    apply: ({ seams }) => {
      const { removeSubscription } = seams;
      const gone = new Set<string>();
      seams.removeSubscription = (id, tenant) => {
        if (gone.has(id)) return true;
        const removed = removeSubscription(id, tenant);
        if (removed) gone.add(id);

        return removed;
      };
    },
  },
  {
    id: 'delete-keeps-the-subscription',
    breaks: 'subscriptions.delete',
    apply: ({ seams }) => {
      seams.removeSubscription = (id, { store }) => store.subscriptions.find(id) !== undefined;
    },
  },
  {
    id: 'delete-disables-only',
    breaks: 'subscriptions.delete',
    apply: ({ seams }) => {
      seams.removeSubscription = (id, { store }) => {
        const found = store.subscriptions.find(id);
        if (found) store.subscriptions.put({ ...found, enabled: false });

        return found !== undefined;
      };
    },
  },
  {
    id: 'delete-takes-a-neighbour-along',
    breaks: 'subscriptions.delete',
    apply: ({ seams }) => {
      const { removeSubscription } = seams;
      seams.removeSubscription = (id, tenant) => {
        const { subscriptions } = tenant.store;
        const found = subscriptions.find(id);
        const neighbour = subscriptions
          .list()
          .find((other) => other.id !== id && other.triggerId === found?.triggerId);
        if (neighbour) subscriptions.remove(neighbour.id);

        return removeSubscription(id, tenant);
      };
    },
  },
];
