import type { Client } from '../../client/client.ts';
import type { Clock } from '../../client/clock.ts';
import type { LiveExchange } from '../../client/exchange.ts';
import type { ListOperation } from '../../client/walk.ts';
import type { ApiVersion } from '../../contracts/versions.ts';
import { keptMs, mostFetched } from '../../dispatch/retention.ts';
import type { ExchangeFacts, InvocationFacts, Snapshot } from '../../reports/health/snapshot.ts';
import { exchangeFacts } from './exchange-facts.ts';
import { invocationFacts, subscriptionFacts, triggerFacts } from './facts.ts';
import { readList } from './read-list.ts';

export type ReadTenantOptions = Readonly<{
  /** Makes a client that tells of every exchange. It needs to read only. */
  open: (onExchange: (exchange: LiveExchange) => void) => Client;
  clock: Clock;
  host: string;
  version: ApiVersion;
  /** Told before each list is read. */
  onProgress?: (operation: ListOperation) => void;
}>;

/** What could be read. `problem` says why that is not all: what is in the lists then is not the whole tenant. */
export type Reading = Readonly<{ snapshot: Snapshot; problem?: unknown }>;

/** Reads triggers, subscriptions and invocation statuses, and judges every exchange by the contract. Throws nothing. */
export const readTenant = async ({
  open,
  clock,
  host,
  version,
  onProgress = () => {},
}: ReadTenantOptions): Promise<Reading> => {
  const exchanges: ExchangeFacts[] = [];
  const started = clock.now();
  const client = open((exchange) => void exchanges.push(exchangeFacts(exchange)));
  const reader = {
    client,
    clock,
    version,
    onFailure: (operation: ListOperation, startedAt: number) =>
      void exchanges.push(unanswered(operation, startedAt, clock.now())),
  };
  let snapshot: Snapshot = {
    taken: new Date(started).toISOString(),
    host,
    apiVersion: version,
    triggers: [],
    subscriptions: [],
    invocations: [],
    coverage: { truncated: false, since: started - keptMs.succeeded },
    exchanges,
    unread: ['listTriggers', 'listSubscriptions', 'listTriggerInvocationStatus'],
  };
  try {
    onProgress('listTriggers');
    const triggers = await readList(reader, 'listTriggers', { sorters: 'id', reduce: triggerFacts });
    snapshot = { ...snapshot, triggers, unread: ['listSubscriptions', 'listTriggerInvocationStatus'] };
    onProgress('listSubscriptions');
    const subscriptions = await readList(reader, 'listSubscriptions', {
      sorters: 'triggerId',
      reduce: subscriptionFacts,
    });
    snapshot = { ...snapshot, subscriptions, unread: ['listTriggerInvocationStatus'] };
    onProgress('listTriggerInvocationStatus');
    const statuses = await readList(reader, 'listTriggerInvocationStatus', {
      sorters: '-created',
      reduce: invocationFacts,
      grows: true,
    });

    return { snapshot: { ...snapshot, ...withCoverage(statuses, started), unread: [] } };
  } catch (problem) {
    return { snapshot, problem };
  } finally {
    await client.close();
  }
};

/** Successes are listed for 24 h; where the list is full, only from its oldest on is every one of them there. */
const withCoverage = (
  invocations: readonly InvocationFacts[],
  started: number,
): Pick<Snapshot, 'invocations' | 'coverage'> => {
  const truncated = invocations.length >= mostFetched;
  const window = started - keptMs.succeeded;
  const oldest = invocations.reduce((least, { created }) => Math.min(least, created), started);

  return {
    invocations: invocations.toSorted((one, other) => other.created - one.created),
    coverage: { truncated, since: truncated ? Math.max(window, oldest) : window },
  };
};

/** Status 0: no answer came. */
const unanswered = (operation: ListOperation, startedAt: number, now: number): ExchangeFacts => ({
  operation,
  status: 0,
  milliseconds: now - startedAt,
  startedAt: new Date(startedAt).toISOString(),
  violations: [],
});
