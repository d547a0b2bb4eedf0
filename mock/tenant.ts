import { type OperationId, operationIds, operations } from '../contracts/operations.ts';
import type { Clock } from './clock.ts';
import { type Counts, createCounts } from './counts.ts';
import { type Dispatcher, silentDispatcher } from './dispatcher.ts';
import { createRaisedFaults, type RaisedFaults } from './faults/raised.ts';
import { jaywayFilters } from './jayway-filters.ts';
import { type Clients, createClients } from './plugins/clients.ts';
import { createQuota, type Quota, type QuotaSettings } from './plugins/quota.ts';
import { createTokens, type Tokens } from './plugins/tokens.ts';
import { type CollectionTables, collectionTables } from './query/collections.ts';
import type { Random } from './random.ts';
import type { TriggerType } from './records.ts';
import type { Filters } from './routes/filter.ts';
import { rightSeams, type Seams } from './seams.ts';
import { makeBusy } from './state/busy.ts';
import { catalogue } from './state/catalogue.ts';
import { createStore, type Store } from './store.ts';

export type TenantOptions = Readonly<{
  clock: Clock;
  random: Random;
  /** Default `off`. */
  quota?: QuotaSettings | 'off';
  /** `busy`: other people's subscriptions and statuses, a full trigger, a taken slot. Default `empty`. */
  state?: 'empty' | 'busy';
  /** The filter dialect; by default the one of a real tenant. */
  filters?: Filters;
  /** What sends events to subscribers; by default nothing is sent. */
  dispatcher?: Dispatcher;
}>;

/**
 * The API's server without its sockets. What can be assigned to is there for faults to change:
 * the steps of a request, and the tables that they go by.
 */
export type Tenant = {
  readonly clock: Clock;
  readonly random: Random;
  readonly store: Store;
  readonly clients: Clients;
  readonly tokens: Tokens;
  readonly counts: Counts;
  readonly faults: RaisedFaults;
  filters: Filters;
  readonly dispatcher: Dispatcher;
  readonly seams: Seams;
  /** Subscriptions that a trigger of a type has at most. */
  readonly limits: Record<TriggerType, number>;
  /** Any one of these grants an operation; none listed: needs no token. */
  readonly scopes: Record<OperationId, readonly string[]>;
  readonly collections: CollectionTables;
  quota: Quota | undefined;
  /** Its base without version, as subscribers reach it; set once it listens. */
  address: string;
};

export const createTenant = (options: TenantOptions): Tenant => {
  const { clock, random, quota = 'off', state = 'empty', filters = jaywayFilters } = options;
  const { dispatcher = silentDispatcher() } = options;
  const store = createStore(catalogue);
  const seams = rightSeams();
  const tenant: Tenant = {
    clock,
    random,
    store,
    clients: createClients(random),
    tokens: createTokens({ clock, random, claims: (claims) => seams.claims(claims) }),
    counts: createCounts(),
    faults: createRaisedFaults(),
    filters,
    dispatcher,
    seams,
    limits: { FIRE_AND_FORGET: 50, REQUEST_RESPONSE: 1 },
    scopes: scopesByOperation(),
    collections: collectionTables(),
    quota: quota === 'off' ? undefined : createQuota(quota, clock),
    address: 'http://tenant.invalid',
  };
  if (state === 'busy') makeBusy(tenant);

  return tenant;
};

const scopesByOperation = (): Record<OperationId, readonly string[]> =>
  Object.fromEntries(
    operationIds.map((id): [OperationId, readonly string[]] => [id, operations[id].scopes]),
  ) as Record<OperationId, readonly string[]>;
