import { collections, type ListOperationId } from '../../contracts/collections.ts';

/** What a list operation takes: operators per filter field, and the sorters. */
export type CollectionFields = { filters: Record<string, string[]>; sorters: string[] };

export type CollectionTables = Record<ListOperationId, CollectionFields>;

/** The documented fields of the three lists, copied for a tenant, which may be told others. */
export const collectionTables = (): CollectionTables => ({
  listTriggers: copy(collections.listTriggers),
  listSubscriptions: copy(collections.listSubscriptions),
  listTriggerInvocationStatus: copy(collections.listTriggerInvocationStatus),
});

const copy = ({
  filters,
  sorters,
}: Readonly<{
  filters: Readonly<Record<string, readonly string[]>>;
  sorters: readonly string[];
}>): CollectionFields => ({
  filters: Object.fromEntries(Object.entries(filters).map(([field, operators]) => [field, [...operators]])),
  sorters: [...sorters],
});
