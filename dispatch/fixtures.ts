import type { DispatchedEvent } from './dispatched-event.ts';

/** An event with a different text in every member, so that a mix-up shows. */
export const sampleEvent: DispatchedEvent = {
  invocationId: 'an invocation',
  subscriptionId: 'a subscription',
  triggerId: 'idn:access-request-pre-approval',
  triggerType: 'REQUEST_RESPONSE',
  input: { accessRequestId: 'r1', requestedBy: { id: 'i1' } },
  secret: 'a secret',
  callbackURL: 'https://tenant.example/beta/trigger-invocations/an%20invocation/complete',
};
