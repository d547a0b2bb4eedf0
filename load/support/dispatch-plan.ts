import type { ApiVersion } from '../../contracts/versions.ts';

/** A step of a workload in events/s. */
export type RatedStep = Readonly<{ from: number; to: number; seconds: number; warmup: boolean }>;

/** What one event goes to: the subscriptions of one trigger that a test invocation names. */
export type EventTarget = Readonly<{
  mode: 'FIRE_AND_FORGET' | 'SYNC' | 'ASYNC' | 'DYNAMIC';
  triggerId: string;
  /** Fan-out: as many deliveries an event makes. */
  subscriptionIds: readonly string[];
  /** Of the subscriber, one for each subscription. */
  paths: readonly string[];
}>;

/** What the scenario `dispatch-latency` is told, as JSON in a file. */
export type DispatchPlan = Readonly<{
  /** Stands in front of every event's number: `8f3c1d-0`. */
  mark: string;
  baseUrl: string;
  version: ApiVersion;
  userAgent: string;
  /** Where a runner that was given no token gets one, with a client of its own. */
  tokenUrl?: string;
  steps: readonly RatedStep[];
  /** Taken in turn. */
  targets: readonly EventTarget[];
  /** Virtual users that are there from the start, and at most. */
  users: Readonly<{ ready: number; most: number }>;
  timeoutMs: number;
  /** Of k6, by metric: shown in its own output, never a verdict. */
  thresholds: Readonly<Record<string, readonly string[]>>;
}>;
