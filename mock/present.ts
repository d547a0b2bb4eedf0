import { toInvocationStatus } from '../dispatch/status.ts';
import type { InvocationRecord, SubscriptionRecord, TriggerRecord } from './records.ts';
import { maskSecrets } from './subscriptions/secrets.ts';

/** How records look in answers; members that are `undefined` are left out of the JSON. */
export type Present = {
  trigger: (trigger: TriggerRecord) => unknown;
  subscription: (subscription: SubscriptionRecord) => unknown;
  /** As the answer to a started test shows it, secret included. */
  invocation: (invocation: InvocationRecord) => unknown;
  /** As the list of statuses shows it. */
  status: (invocation: InvocationRecord) => unknown;
};

export const presentRecords = (): Present => ({
  trigger: (trigger) => trigger,
  subscription: maskSecrets,
  invocation: ({ id, triggerId, secret, contentJson }) => ({ id, triggerId, secret, contentJson }),
  status: toInvocationStatus,
});
