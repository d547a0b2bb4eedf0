import type { DispatchedEvent } from '../../dispatch/dispatched-event.ts';
import type { JsonObject } from '../../dispatch/json.ts';
import type { InvocationRecord, SubscriptionRecord, TriggerRecord } from '../records.ts';

/** An invocation on its way to the subscription that it was started for. */
export type Delivery = Readonly<{
  invocation: InvocationRecord;
  subscription: SubscriptionRecord;
  trigger: TriggerRecord;
  /** Where it can be completed. */
  callbackURL: string;
}>;

/** What an envelope is made of. The input is an object: a test with another one was refused. */
export const toEvent = ({ invocation, trigger, callbackURL }: Delivery): DispatchedEvent => ({
  invocationId: invocation.id,
  subscriptionId: invocation.subscriptionId,
  triggerId: invocation.triggerId,
  triggerType: trigger.type,
  input: invocation.input as JsonObject,
  secret: invocation.secret,
  callbackURL,
});
