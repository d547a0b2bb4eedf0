import type { InvocationFacts, SubscriptionFacts, TriggerFacts } from '../../reports/health/snapshot.ts';
import { httpFacts } from './http-facts.ts';
import { instant } from './instant.ts';
import { isObject, type JsonObject, textOf, textsIn } from './json.ts';
import { maskedReason } from './reason.ts';

/** The documented default. */
const usualDeadline = 'PT1H';

export const triggerFacts = (record: JsonObject): TriggerFacts => ({
  id: textOf(record, 'id'),
  name: textOf(record, 'name'),
  type: textOf(record, 'type'),
  description: textOf(record, 'description'),
  inputSchema: textOf(record, 'inputSchema'),
  outputSchema: textOf(record, 'outputSchema') || null,
  exampleInput: record.exampleInput,
});

export const subscriptionFacts = (record: JsonObject): SubscriptionFacts => ({
  id: textOf(record, 'id'),
  name: textOf(record, 'name'),
  triggerId: textOf(record, 'triggerId'),
  triggerName: textOf(record, 'triggerName'),
  type: textOf(record, 'type'),
  enabled: record.enabled !== false,
  filter: textOf(record, 'filter') || null,
  responseDeadline: textOf(record, 'responseDeadline') || usualDeadline,
  http: httpFacts(record.httpConfig),
});

/** One with a localizedError failed; `completed` null, empty or absent means in flight. */
export const invocationFacts = (record: JsonObject): InvocationFacts => {
  const completed = instant(record.completed);
  const ended = isObject(record.completeInvocationInput) ? record.completeInvocationInput : {};
  const error = ended.localizedError ?? null;
  const outcome = error !== null ? 'failed' : completed === null ? 'open' : 'succeeded';

  return {
    triggerId: textOf(record, 'triggerId'),
    subscriptionId: textOf(record, 'subscriptionId'),
    subscriptionName: textOf(record, 'subscriptionName'),
    type: textOf(record, 'type'),
    created: instant(record.created) ?? 0,
    completed,
    outcome,
    reason:
      outcome === 'failed'
        ? maskedReason(messageOf(error), textsIn([record.startInvocationInput, ended.output]))
        : null,
  };
};

const messageOf = (error: unknown): string => (isObject(error) ? textOf(error, 'message') : String(error));
