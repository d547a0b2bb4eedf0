import type { InvocationRecord, SubscriptionRecord, TriggerRecord } from './records.ts';

/** Records by id, in the order in which they were added. */
export type Shelf<Item extends Readonly<{ id: string }>> = Readonly<{
  find: (id: string) => Item | undefined;
  list: () => readonly Item[];
  /** Adds a record, or puts it in the seat of the one with the same id. */
  put: (item: Item) => void;
  /** Says whether there was one to remove. */
  remove: (id: string) => boolean;
  count: (holds: (item: Item) => boolean) => number;
  size: () => number;
}>;

/** Everything that a tenant remembers. */
export type Store = Readonly<{
  triggers: Shelf<TriggerRecord>;
  subscriptions: Shelf<SubscriptionRecord>;
  invocations: Shelf<InvocationRecord>;
}>;

export const createStore = (triggers: readonly TriggerRecord[]): Store => ({
  triggers: createShelf(triggers),
  subscriptions: createShelf<SubscriptionRecord>(),
  invocations: createShelf<InvocationRecord>(),
});

const createShelf = <Item extends Readonly<{ id: string }>>(first: readonly Item[] = []): Shelf<Item> => {
  const items = new Map(first.map((item) => [item.id, item]));

  return {
    find: (id) => items.get(id),
    list: () => [...items.values()],
    put: (item) => {
      items.set(item.id, item);
    },
    remove: (id) => items.delete(id),
    count: (holds) => {
      let count = 0;
      for (const item of items.values()) if (holds(item)) count += 1;

      return count;
    },
    size: () => items.size,
  };
};
