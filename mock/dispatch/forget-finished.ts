import { mostFetched } from '../../dispatch/retention.ts';
import type { Store } from '../store.ts';

/**
 * Drops finished invocations behind the latest 2000, so that a tenant under load does not grow with every event. They
 * could no longer be fetched; completing one of them once more is answered as if it had never been. Looks only at
 * every 2000th invocation, since it has to look at all of them.
 */
export const forgetFinished = ({ invocations }: Pick<Store, 'invocations'>): void => {
  if (invocations.size() % mostFetched !== 0) return;
  for (const { id, completed } of invocations.list().slice(0, -mostFetched)) {
    if (completed !== undefined) invocations.remove(id);
  }
};
