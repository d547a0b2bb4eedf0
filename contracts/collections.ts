import type { OperationId } from './operations.ts';

export type FilterOperator = 'eq' | 'ge' | 'le';

/** What a list operation filters and sorts by. */
export type Collection = Readonly<{
  filters: Readonly<Record<string, readonly FilterOperator[]>>;
  sorters: readonly string[];
}>;

/** The list operations. Another field or operator in `filters` is refused with 400. Source: the API description. */
export const collections = {
  listTriggers: {
    filters: { id: ['eq', 'ge', 'le'] },
    sorters: ['id', 'name'],
  },
  listSubscriptions: {
    filters: { id: ['eq'], triggerId: ['eq'], type: ['eq', 'le'] },
    sorters: ['triggerId', 'triggerName'],
  },
  listTriggerInvocationStatus: {
    filters: { triggerId: ['eq'], subscriptionId: ['eq'] },
    sorters: ['triggerId', 'subscriptionName', 'created', 'completed'],
  },
} as const satisfies Partial<Record<OperationId, Collection>>;

export type ListOperationId = keyof typeof collections;

/** Records that a page holds: at most, and where `limit` is left out. */
export const pageSize = { max: 250, default: 250 } as const;
