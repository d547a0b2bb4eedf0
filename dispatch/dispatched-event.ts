import type { TriggerType } from '../contracts/types.ts';
import type { JsonObject } from './json.ts';

/** One event on its way to one subscription: everything that an envelope can be made of. */
export type DispatchedEvent = Readonly<{
  invocationId: string;
  subscriptionId: string;
  triggerId: string;
  triggerType: TriggerType;
  input: JsonObject;
  /** Completes the invocation together with `callbackURL`. */
  secret: string;
  callbackURL: string;
}>;

/** How envelopes spell the type of a trigger. Documented for REQUEST_RESPONSE; the other one is assumed alike. */
export const triggerTypeNames = {
  REQUEST_RESPONSE: 'requestResponse',
  FIRE_AND_FORGET: 'fireAndForget',
} as const satisfies Record<TriggerType, string>;
