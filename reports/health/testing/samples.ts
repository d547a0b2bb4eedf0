import type {
  ExchangeFacts,
  HttpFacts,
  InvocationFacts,
  Snapshot,
  SubscriptionFacts,
  TriggerFacts,
} from '../snapshot.ts';

const hour = 3_600_000;

/** When the samples are looked at. */
export const taken = Date.UTC(2026, 0, 10, 2, 0, 0);

/** An empty tenant that answered well, but for what is given. */
export const snapshotOf = (parts: Partial<Snapshot> = {}): Snapshot => ({
  taken: new Date(taken).toISOString(),
  host: 'example.api.identitynow.com',
  apiVersion: 'beta',
  triggers: [],
  subscriptions: [],
  invocations: [],
  coverage: { truncated: false, since: taken - 24 * hour },
  exchanges: [exchangeOf()],
  unread: [],
  ...parts,
});

export const triggerOf = (parts: Partial<TriggerFacts> = {}): TriggerFacts => ({
  id: 'idn:identity-created',
  name: 'Identity Created',
  type: 'FIRE_AND_FORGET',
  description: '',
  inputSchema: '{"type":"object"}',
  outputSchema: null,
  exampleInput: {},
  ...parts,
});

export const subscriptionOf = (parts: Partial<SubscriptionFacts> = {}): SubscriptionFacts => ({
  id: 's1',
  name: 'joiner',
  triggerId: 'idn:identity-created',
  triggerName: 'Identity Created',
  type: 'HTTP',
  enabled: true,
  filter: null,
  responseDeadline: 'PT1H',
  http: httpOf(),
  ...parts,
});

export const httpOf = (parts: Partial<HttpFacts> = {}): HttpFacts => ({
  url: 'https://hooks.example.com/joiner',
  scheme: 'https:',
  host: 'hooks.example.com',
  urlKey: 'joiner',
  dispatchMode: 'SYNC',
  authentication: 'NO_AUTH',
  ...parts,
});

/** Succeeded within a second, an hour ago. */
export const invocationOf = (parts: Partial<InvocationFacts> = {}): InvocationFacts => ({
  triggerId: 'idn:identity-created',
  subscriptionId: 's1',
  subscriptionName: 'joiner',
  type: 'REAL_TIME',
  created: taken - hour,
  completed: taken - hour + 1000,
  outcome: 'succeeded',
  reason: null,
  ...parts,
});

export const exchangeOf = (parts: Partial<ExchangeFacts> = {}): ExchangeFacts => ({
  operation: 'listTriggers',
  status: 200,
  milliseconds: 80,
  startedAt: new Date(taken).toISOString(),
  violations: [],
  ...parts,
});
