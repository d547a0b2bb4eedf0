import type { ClauseId } from '../../contracts/clauses/index.ts';
import type { OperationId } from '../../contracts/operations.ts';
import type { CallOptions } from './api.ts';
import { without } from './draft.ts';
import type { Blame } from './expect.ts';
import type { Subscriptions } from './subscriptions.ts';

type Request = CallOptions & Readonly<{ id?: string; body?: unknown }>;

type RightRequest = Readonly<{
  /** What the request is answered when nothing is wrong with it, and the promise that says so. */
  status: number;
  clause: ClauseId;
  writes: boolean;
  prepare: (subscriptions: Subscriptions) => Promise<Request>;
}>;

/**
 * For each operation a request that is right in everything. A refusal is judged beside it: the same request with
 * one defect, so that a refusal for another reason is noticed.
 */
export const rightRequests = {
  listTriggers: { status: 200, clause: 'triggers.list', writes: false, prepare: async () => ({}) },
  listSubscriptions: { status: 200, clause: 'subscriptions.list', writes: false, prepare: async () => ({}) },
  createSubscription: {
    status: 201,
    clause: 'subscriptions.create',
    writes: true,
    prepare: async (subscriptions) => ({ body: subscriptions.draft() }),
  },
  updateSubscription: {
    status: 200,
    clause: 'subscriptions.update',
    writes: true,
    prepare: async (subscriptions) => {
      const { id, draft } = await subscriptions.create();
      return { id, body: without(draft, 'triggerId') };
    },
  },
  patchSubscription: {
    status: 200,
    clause: 'subscriptions.patch.replace',
    writes: true,
    prepare: async (subscriptions) => {
      const { id, draft } = await subscriptions.create();
      return { id, body: [{ op: 'replace', path: '/name', value: `${draft.name} renamed` }] };
    },
  },
  deleteSubscription: {
    status: 204,
    clause: 'subscriptions.delete',
    writes: true,
    prepare: async (subscriptions) => ({ id: (await subscriptions.create()).id }),
  },
  testSubscriptionFilter: {
    status: 200,
    clause: 'filters.validate',
    writes: true,
    prepare: async () => ({ body: { filter: '$.identity', input: { identity: { id: 'i1' } } } }),
  },
} as const satisfies Partial<Record<OperationId, RightRequest>>;

export type JudgedOperation = keyof typeof rightRequests;

export const judgedOperations = Object.keys(rightRequests) as JudgedOperation[];

/** Whom to blame where the right request is refused. */
export const blameOf = (operation: JudgedOperation): Blame => {
  const { clause, status } = rightRequests[operation];
  return { clause, operation, status };
};

/** Capabilities that the right request itself needs. */
export const needsOf = (operation: JudgedOperation) =>
  rightRequests[operation].writes ? (['writes'] as const) : [];
