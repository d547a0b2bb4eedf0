import { callbackUrl } from '../../dispatch/callback-url.ts';
import { judgeCompletion } from '../../dispatch/completion.ts';
import { answerLimitMs, responseDeadlineAt } from '../../dispatch/deadline.ts';
import type { DispatchedEvent } from '../../dispatch/dispatched-event.ts';
import { httpEnvelope } from '../../dispatch/envelope.ts';
import { failure, type LocalizedError } from '../../dispatch/failure.ts';
import type { JsonObject } from '../../dispatch/json.ts';
import { type DispatchMode, dispatchMode } from '../../dispatch/mode.ts';
import { type Outcome, readAnswer, type SubscriberAnswer } from '../../dispatch/outcome.ts';
import { type SubscriberRequest, subscriberRequest } from '../../dispatch/subscriber-request.ts';
import type { Call } from '../call.ts';
import type { HttpConfig, InvocationRecord, SubscriptionRecord, TriggerRecord } from '../records.ts';
import type { Tenant } from '../tenant.ts';
import { type Delivery, toEvent } from './delivery.ts';

/** What ends an invocation. */
export type Completion = Readonly<{ output: unknown; localizedError: LocalizedError | null }>;

type Timed = Readonly<{
  trigger: Pick<TriggerRecord, 'type'>;
  subscription: Pick<SubscriptionRecord, 'responseDeadline'>;
  created: number;
}>;

/** Every decision on the way of an event, by name, for faults to change. Times in ms, as the tenant's clock counts. */
export type DispatchSteps = {
  callbackURL: (invocationId: string, call: Call, tenant: Tenant) => string;
  /** When an invocation that stays open ends as failed. */
  deadlineAt: (timed: Timed) => number | undefined;
  mode: (delivery: Delivery, config: HttpConfig) => DispatchMode;
  event: (delivery: Delivery) => DispatchedEvent;
  envelope: (mode: DispatchMode, event: DispatchedEvent) => JsonObject;
  /** Method, url, media type and credentials. */
  request: (config: HttpConfig, envelope: JsonObject) => SubscriberRequest;
  /** How often and when a request goes out: each call of `exchange` sends it, and has its answer read. */
  send: (request: SubscriberRequest, exchange: (request: SubscriberRequest) => void, tenant: Tenant) => void;
  /** How long an answer is awaited. */
  answerLimitMs: () => number;
  outcome: (mode: DispatchMode, answer: SubscriberAnswer) => Outcome;
  /** What becomes of an invocation that no HTTP request is sent for: EVENTBRIDGE, WORKFLOW, INLINE, SCRIPT. */
  handedOver: (delivery: Delivery) => Outcome;
  /** Why an invocation failed that nobody completed in time. */
  expired: (delivery: Delivery) => LocalizedError;
  /** Whether an answer or a deadline can still end an invocation. */
  isOpen: (invocation: InvocationRecord) => boolean;
  /** Whether a completion with the right secret changes anything. */
  takesCompletion: (invocation: InvocationRecord, tenant: Tenant) => boolean;
  /** Writes down the end of an invocation. */
  finish: (invocation: InvocationRecord, completion: Completion, tenant: Tenant) => void;
};

/** The steps of a tenant that keeps its promises. */
export const rightDispatchSteps = (): DispatchSteps => ({
  callbackURL: (invocationId, { apiVersion }, { address }) => callbackUrl(address, apiVersion, invocationId),
  deadlineAt: ({ trigger, subscription, created }) =>
    responseDeadlineAt({
      triggerType: trigger.type,
      created,
      responseDeadline: subscription.responseDeadline,
    }),
  mode: ({ trigger }, { httpDispatchMode }) => dispatchMode(trigger.type, httpDispatchMode),
  event: toEvent,
  envelope: httpEnvelope,
  request: subscriberRequest,
  send: (request, exchange) => exchange(request),
  answerLimitMs: () => answerLimitMs,
  outcome: readAnswer,
  handedOver: ({ trigger }) =>
    trigger.type === 'FIRE_AND_FORGET' ? { kind: 'completed', output: null } : { kind: 'open' },
  expired: ({ subscription }) => failure.expired(subscription.responseDeadline),
  isOpen: ({ completed }) => completed === undefined,
  takesCompletion: (invocation, { clock }) =>
    judgeCompletion(invocation, { secret: invocation.secret, now: clock.now() }).kind === 'accepted',
  finish: (invocation, completion, { clock, store }) =>
    store.invocations.put({ ...invocation, ...completion, completed: clock.now() }),
});
