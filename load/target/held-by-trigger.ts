import type { LoadTarget } from './open-target.ts';

/** How many subscriptions each trigger has, whosever they are. */
export const heldByTrigger = async ({
  client,
  version,
}: Pick<LoadTarget, 'client' | 'version'>): Promise<ReadonlyMap<string, number>> => {
  const held = new Map<string, number>();
  for await (const { items } of client.walk('listSubscriptions', {
    version,
    limit: 250,
    sorters: 'triggerId',
  }))
    for (const item of items) {
      const id = triggerIdOf(item);
      held.set(id, (held.get(id) ?? 0) + 1);
    }

  return held;
};

const triggerIdOf = (item: unknown): string =>
  typeof item === 'object' && item !== null && 'triggerId' in item ? String(item.triggerId) : '';
