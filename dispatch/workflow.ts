import { type DispatchedEvent, triggerTypeNames } from './dispatched-event.ts';
import type { JsonObject } from './json.ts';

/** The event as a workflow sees it: a block `_meta` before the input. Seen, and published nowhere. */
export const workflowEnvelope = ({
  invocationId,
  subscriptionId,
  triggerType,
  input,
}: DispatchedEvent): JsonObject => ({
  _meta: { invocationId, subscriptionId, triggerType: triggerTypeNames[triggerType] },
  ...input,
});
