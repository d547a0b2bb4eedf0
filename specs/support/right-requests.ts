import type { ClauseId } from '../../contracts/clauses/index.ts';
import type { OperationId } from '../../contracts/operations.ts';
import type { CallOptions } from './api.ts';
import { type Awaiting, outputFor } from './awaiting.ts';
import type { Capability } from './capabilities.ts';
import { without } from './draft.ts';
import type { Blame } from './expect.ts';
import type { Invocations } from './invocations.ts';
import type { Subscriptions } from './subscriptions.ts';

type Request = CallOptions & Readonly<{ id?: string; body?: unknown }>;

type RightRequest = Readonly<{
  /** What the request is answered when nothing is wrong with it, and the promise that says so. */
  status: number;
  clause: ClauseId;
  needs: readonly Capability[];
  prepare: (arranged: Arranged) => Promise<Request>;
}>;

/** What a right request may stand on. */
type Arranged = Readonly<{ subscriptions: Subscriptions; invocations: Invocations; awaiting: Awaiting }>;

const reading = { needs: [], prepare: async () => ({}) } as const;
const writing = ['writes'] as const;

/**
 * For each operation a request that is right in everything. A refusal is judged beside it: the same request with
 * one defect, so that a refusal for another reason is noticed.
 */
export const rightRequests = {
  listTriggers: { status: 200, clause: 'triggers.list', ...reading },
  listSubscriptions: { status: 200, clause: 'subscriptions.list', ...reading },
  createSubscription: {
    status: 201,
    clause: 'subscriptions.create',
    needs: writing,
    prepare: async ({ subscriptions }) => ({ body: subscriptions.draft() }),
  },
  updateSubscription: {
    status: 200,
    clause: 'subscriptions.update',
    needs: writing,
    prepare: async ({ subscriptions }) => {
      const { id, draft } = await subscriptions.create();
      return { id, body: without(draft, 'triggerId') };
    },
  },
  patchSubscription: {
    status: 200,
    clause: 'subscriptions.patch.replace',
    needs: writing,
    prepare: async ({ subscriptions }) => {
      const { id, draft } = await subscriptions.create();
      return { id, body: [{ op: 'replace', path: '/name', value: `${draft.name} renamed` }] };
    },
  },
  deleteSubscription: {
    status: 204,
    clause: 'subscriptions.delete',
    needs: writing,
    prepare: async ({ subscriptions }) => ({ id: (await subscriptions.create()).id }),
  },
  testSubscriptionFilter: {
    status: 200,
    clause: 'filters.validate',
    needs: writing,
    prepare: async () => ({ body: { filter: '$.identity', input: { identity: { id: 'i1' } } } }),
  },
  startTestTriggerInvocation: {
    status: 200,
    clause: 'invocations.test',
    needs: writing,
    prepare: async ({ subscriptions }) => {
      const { id, draft } = await subscriptions.create();
      return { body: { triggerId: draft.triggerId, contentJson: {}, subscriptionIds: [id] } };
    },
  },
  completeTriggerInvocation: {
    status: 204,
    clause: 'invocations.complete',
    needs: ['writes', 'slots'],
    prepare: async ({ invocations, awaiting }) => {
      const subscription = await awaiting.subscribe();
      const { id, secret } = await invocations.startOne(subscription);
      return {
        id,
        body: { secret, output: outputFor(subscription) },
        as: 'anonymous',
      };
    },
  },
  listTriggerInvocationStatus: { status: 200, clause: 'invocations.status', ...reading },
} as const satisfies Record<OperationId, RightRequest>;

export const operationIds = Object.keys(rightRequests) as OperationId[];

/** Those that a token has to be shown for: a completion is authenticated by its secret. */
export const withToken = operationIds.filter((operation) => operation !== 'completeTriggerInvocation');

/** Whom to blame where the right request is refused. */
export const blameOf = (operation: OperationId): Blame => {
  const { clause, status } = rightRequests[operation];
  return { clause, operation, status };
};
