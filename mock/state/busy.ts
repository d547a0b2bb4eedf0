import type { InvocationRecord, SubscriptionRecord, TriggerRecord } from '../records.ts';
import type { Tenant } from '../tenant.ts';

const hour = 3_600_000;

/** A trigger that no catalogue lists: tenants offer more than is documented. */
const beyondTheCatalogue: TriggerRecord = {
  id: 'idn:machine-identity-created',
  name: 'Machine Identity Created',
  type: 'FIRE_AND_FORGET',
  description: 'Fires after a machine identity was made.',
  inputSchema: JSON.stringify({ type: 'object', required: ['machineIdentity'] }),
  exampleInput: { machineIdentity: { id: '6f1b7e2f9a5c4d0e8b3a1c2d4e5f6071', name: 'build agent' } },
  outputSchema: null,
  exampleOutput: null,
};

const url = 'http://127.0.0.1:9/others';

type Others = Readonly<{ name: string; triggerId: string }> & Partial<SubscriptionRecord>;

const http = (mode: 'SYNC' | 'ASYNC' | 'DYNAMIC'): Pick<SubscriptionRecord, 'httpConfig' | 'type'> => ({
  type: 'HTTP',
  httpConfig: { url, httpDispatchMode: mode, httpAuthenticationType: 'NO_AUTH' },
});

const others: readonly Others[] = [
  {
    name: 'Manager approval',
    triggerId: 'idn:access-request-dynamic-approver',
    ...http('ASYNC'),
    responseDeadline: 'PT24H',
  },
  {
    name: 'mover-sync (prod)',
    triggerId: 'idn:identity-attributes-changed',
    type: 'HTTP',
    description: 'Keeps the directory of the field offices current',
    filter: '$.changes[?(@.attribute == "department")]',
    httpConfig: {
      url,
      httpDispatchMode: 'SYNC',
      httpAuthenticationType: 'BASIC_AUTH',
      basicAuthConfig: { userName: 'mover', password: 'not to be seen' },
      bearerTokenAuthConfig: null,
    },
  },
  {
    name: 'Joiner → ticket',
    triggerId: 'idn:identity-created',
    type: 'HTTP',
    description: null,
    filter: null,
    eventBridgeConfig: null,
    httpConfig: {
      url,
      httpDispatchMode: 'DYNAMIC',
      httpAuthenticationType: 'BEARER_TOKEN',
      basicAuthConfig: null,
      bearerTokenAuthConfig: { bearerToken: 'not to be seen either' },
    },
  },
  {
    name: 'audit_bus',
    triggerId: 'idn:post-provisioning',
    type: 'EVENTBRIDGE',
    httpConfig: null,
    eventBridgeConfig: { awsAccount: '123456789012', awsRegion: 'eu-central-1' },
  },
  {
    name: 'WF: welcome mail',
    triggerId: 'idn:identity-created',
    type: 'WORKFLOW',
    workflowConfig: { workflowId: '4c2f8d1e-7a6b-4e3c-9d5f-0b1a2c3d4e5f' },
  },
  {
    name: 'WF: robots',
    triggerId: 'idn:machine-identity-created',
    type: 'WORKFLOW',
    workflowConfig: { workflowId: '1' },
  },
  { name: 'old, switched off', triggerId: 'idn:source-updated', ...http('SYNC'), enabled: false },
];

const fullTrigger = 'idn:account-aggregation-completed';

/** Fills a tenant with what other people have on theirs. */
export const makeBusy = (tenant: Tenant): void => {
  const { store, limits } = tenant;
  store.triggers.put(beyondTheCatalogue);
  for (const other of others) add(tenant, other);
  for (let n = 1; n <= limits.FIRE_AND_FORGET; n += 1) {
    add(tenant, {
      name: `aggregation watch ${n}`,
      triggerId: fullTrigger,
      ...http('SYNC'),
      enabled: n % 2 === 0,
    });
  }
  for (const [index, subscription] of store.subscriptions.list().entries())
    addStatuses(tenant, subscription, index);
};

const add = ({ random, store }: Tenant, other: Others): void => {
  const trigger = store.triggers.find(other.triggerId);
  if (!trigger) return;
  store.subscriptions.put({
    id: random.uuid(),
    triggerName: trigger.name,
    type: 'HTTP',
    responseDeadline: 'PT1H',
    enabled: true,
    ...other,
  });
};

/**
 * Two invocations of the last day for each subscription, all of which succeeded; and for every fifth one an older
 * failure, since failed ones are listed for longer.
 */
const addStatuses = (tenant: Tenant, subscription: SubscriptionRecord, index: number): void => {
  const input = tenant.store.triggers.find(subscription.triggerId)?.exampleInput;
  const ages = [...(index % 5 === 0 ? [30 * hour] : []), 20 * hour, 2 * hour];
  for (const age of ages) {
    const created = tenant.clock.now() - age - index * 60_000;
    const failed = age > 24 * hour;
    const invocation: InvocationRecord = {
      id: tenant.random.uuid(),
      triggerId: subscription.triggerId,
      subscriptionId: subscription.id,
      subscriptionName: subscription.name,
      type: index % 3 === 0 ? 'TEST' : 'REAL_TIME',
      secret: tenant.random.uuid(),
      input,
      contentJson: {},
      created,
      completed: created + 1500,
      localizedError: failed ? { locale: 'en-US', message: 'The subscriber did not answer in time.' } : null,
    };
    tenant.store.invocations.put(invocation);
  }
};
