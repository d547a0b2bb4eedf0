import { findTrigger } from '../../../contracts/triggers/index.ts';
import type { Finding, Subject } from '../finding.ts';
import type { InvocationFacts, Snapshot, SubscriptionFacts, TriggerFacts } from '../snapshot.ts';

/** Where the lines are drawn that no document draws. */
export type Thresholds = Readonly<{
  /** Share of a subscription's invocations that may fail before it is an error, 0 to 1. */
  failingShare: number;
  /** Share of the response deadline that may be used before it is a warning, 0 to 1. */
  deadlineShare: number;
  /** Latency of the API, in ms, from which on it is a warning. */
  slowMs: number;
}>;

export const usualThresholds: Thresholds = { failingShare: 0.02, deadlineShare: 0.8, slowMs: 3000 };

/** Looks for one kind of fault. Pure. */
export type Rule = (snapshot: Snapshot, thresholds: Thresholds) => readonly Finding[];

export const aboutSubscription = ({ id, name, triggerId }: SubscriptionFacts): Subject => ({
  kind: 'subscription',
  id,
  name,
  triggerId,
});

export const aboutTrigger = ({ id, name }: Pick<TriggerFacts, 'id' | 'name'>): Subject => ({
  kind: 'trigger',
  id,
  name,
});

/** A subscription, the type of its trigger, and its invocations. */
export type Served = Readonly<{
  subscription: SubscriptionFacts;
  /** Whether the subscriber's output decides something; absent triggers are taken from the catalogue. */
  deciding: boolean;
  invocations: readonly InvocationFacts[];
}>;

export const served = ({ subscriptions, triggers, invocations }: Snapshot): readonly Served[] => {
  const types = new Map(triggers.map(({ id, type }) => [id, type]));
  const groups = new Map<string, InvocationFacts[]>();
  for (const invocation of invocations) {
    const group = groups.get(invocation.subscriptionId);
    if (group) group.push(invocation);
    else groups.set(invocation.subscriptionId, [invocation]);
  }

  return subscriptions.map((subscription) => {
    const { id, triggerId } = subscription;
    const type = types.get(triggerId) ?? findTrigger(triggerId)?.type;

    return { subscription, deciding: type === 'REQUEST_RESPONSE', invocations: groups.get(id) ?? [] };
  });
};
