import type { OperationId } from '../../contracts/operations.ts';
import type { ApiVersion } from '../../contracts/versions.ts';

/**
 * What one night saw of a tenant: what findings, trends and drift are made of, and nothing else. Plain data, the same
 * after JSON. No payload of an event is in it, no secret and no output of a subscriber: a reason is the tenant's text
 * without what came from the payload, and a URL lacks what may authenticate.
 */
export type Snapshot = Readonly<{
  /** When the reading began, ISO 8601 UTC. */
  taken: string;
  /** Host of the tenant; never with credentials. */
  host: string;
  apiVersion: ApiVersion;
  /** By id, each once. */
  triggers: readonly TriggerFacts[];
  /** In the tenant's order, each id once. */
  subscriptions: readonly SubscriptionFacts[];
  /** Newest first, each id once. */
  invocations: readonly InvocationFacts[];
  /** How far the list of invocations reaches: successful ones are kept 24 h, failed ones 48 h, 2000 can be fetched. */
  coverage: Coverage;
  exchanges: readonly ExchangeFacts[];
  /** Lists that could not be read to their end: what is here of them is not all. */
  unread: readonly OperationId[];
}>;

export type TriggerFacts = Readonly<{
  id: string;
  name: string;
  /** REQUEST_RESPONSE, FIRE_AND_FORGET, or a type that is not known yet. */
  type: string;
  description: string;
  /** JSON Schema of the event, serialised as the tenant sends it; empty where it sends none. */
  inputSchema: string;
  outputSchema: string | null;
  /** The tenant's own invented event. */
  exampleInput: unknown;
}>;

export type SubscriptionFacts = Readonly<{
  id: string;
  name: string;
  triggerId: string;
  triggerName: string;
  /** HTTP, EVENTBRIDGE, INLINE, SCRIPT, WORKFLOW, or one that is not known yet. */
  type: string;
  enabled: boolean;
  /** null where every event is sent. */
  filter: string | null;
  /** ISO 8601 duration as the tenant has it; the documented default PT1H where it says none. */
  responseDeadline: string;
  http: HttpFacts | null;
}>;

export type HttpFacts = Readonly<{
  /** Scheme, host, port and path; what looks like a secret in it is `***`, and so is any query. */
  url: string;
  /** `http:` or `https:`. */
  scheme: string;
  /** Host name, without port. */
  host: string;
  /** Equal for equal URLs, of which nothing can be read from it. */
  urlKey: string;
  dispatchMode: string;
  authentication: string;
}>;

export type InvocationFacts = Readonly<{
  triggerId: string;
  subscriptionId: string;
  subscriptionName: string;
  /** TEST, REAL_TIME, or one that is not known yet. */
  type: string;
  /** Milliseconds since 1970-01-01T00:00:00Z; microseconds are fractions. */
  created: number;
  /** As `created`; null while it is in flight. */
  completed: number | null;
  outcome: 'open' | 'succeeded' | 'failed';
  /** Why it failed, without what came from the payload; null for the others. */
  reason: string | null;
}>;

export type Coverage = Readonly<{
  /** As many as can be fetched were there: older ones are missing. */
  truncated: boolean;
  /** From when on, ms since 1970, every invocation of both outcomes that was `created` is listed. */
  since: number;
}>;

/** One request of the reading and its answer. */
export type ExchangeFacts = Readonly<{
  operation: OperationId;
  /** 0 where no answer came. */
  status: number;
  /** From the first byte sent to the last received; waits for the quota are left out. */
  milliseconds: number;
  startedAt: string;
  /** Promises of the contract that it broke. */
  violations: readonly ViolationFacts[];
}>;

export type ViolationFacts = Readonly<{
  clause: string;
  level: 'must' | 'should';
  expected: string;
  seen: string;
}>;
