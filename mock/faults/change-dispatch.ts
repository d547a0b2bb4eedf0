import type { SubscriberRequest } from '../../dispatch/subscriber-request.ts';
import type { Delivery } from '../dispatch/delivery.ts';
import type { DispatchSteps } from '../dispatch/steps.ts';
import type { HttpConfig, SubscriptionRecord } from '../records.ts';
import type { Tenant } from '../tenant.ts';
import type { JsonObject } from './change.ts';
import type { Apply } from './mutant.ts';

type Mode = Parameters<DispatchSteps['envelope']>[0];

/** A request to a subscriber, its method unchecked. */
type AnyRequest = Readonly<{ [Member in keyof SubscriberRequest]: unknown }>;

/** Changes steps on the way of an event. */
export const changeDispatch =
  (change: (steps: DispatchSteps) => Partial<DispatchSteps>): Apply =>
  ({ seams }) => {
    seams.dispatch = { ...seams.dispatch, ...change(seams.dispatch) };
  };

/** Sends an event again when the first attempt ends with an error that has these words. */
export const sendsAgainAfter = (words: string): Apply =>
  changeDispatch(({ event, send, finish }) => {
    const again = new Map<string, () => void>();
    let last = '';

    return {
      event: (delivery) => {
        last = delivery.invocation.id;

        return event(delivery);
      },
      send: (request, exchange, tenant) => {
        again.set(last, () => exchange(request));
        send(request, exchange, tenant);
      },
      finish: (invocation, completion, tenant) => {
        finish(invocation, completion, tenant);
        if (completion.localizedError?.message.includes(words)) again.get(invocation.id)?.();
      },
    };
  });

/** Changes what is sent to a subscriber. */
export const changeRequest = (
  change: (request: SubscriberRequest, config: HttpConfig) => AnyRequest,
): Apply =>
  changeDispatch(({ request }) => ({
    request: (config, envelope) => change(request(config, envelope), config) as SubscriberRequest,
  }));

/** Changes the headers of what is sent to a subscriber; `undefined` leaves one out. */
export const changeHeaders = (
  change: (
    headers: SubscriberRequest['headers'],
    config: HttpConfig,
  ) => Readonly<Record<string, string | undefined>>,
): Apply =>
  changeRequest((request, config) => ({
    ...request,
    headers: Object.fromEntries(
      Object.entries({ ...request.headers, ...change(request.headers, config) }).filter(
        ([, value]) => value !== undefined,
      ),
    ),
  }));

/** Changes the JSON that a subscriber gets. */
export const changeEnvelope = (change: (envelope: JsonObject, mode: Mode) => JsonObject): Apply =>
  changeDispatch(({ envelope }) => ({ envelope: (mode, event) => change(envelope(mode, event), mode) }));

/** Changes what an event is made of. */
export const changeEvent = (
  change: (
    event: ReturnType<DispatchSteps['event']>,
    delivery: Delivery,
  ) => ReturnType<DispatchSteps['event']>,
): Apply => changeDispatch(({ event }) => ({ event: (delivery) => change(event(delivery), delivery) }));

/** Reads answers of subscribers otherwise. `undefined` leaves the outcome as it is. */
export const changeOutcome = (
  change: (
    ...parts: Parameters<DispatchSteps['outcome']>
  ) => ReturnType<DispatchSteps['outcome']> | undefined,
): Apply =>
  changeDispatch(({ outcome }) => ({ outcome: (...parts) => change(...parts) ?? outcome(...parts) }));

/** Changes who gets a test event, and how their subscriptions are read. */
export const changeAddressees =
  (
    change: (
      addressees: readonly SubscriptionRecord[],
      body: Parameters<Tenant['seams']['addressees']>[0],
      tenant: Tenant,
    ) => readonly SubscriptionRecord[],
  ): Apply =>
  ({ seams }) => {
    const { addressees } = seams;
    seams.addressees = (body, input, tenant) => change(addressees(body, input, tenant), body, tenant);
  };

/** Starts test events on a tenant that is changed in one thing. */
export const startsOn =
  (change: (tenant: Tenant) => Partial<Tenant>): Apply =>
  ({ seams }) => {
    const { startTestTriggerInvocation } = seams.handle;
    seams.handle.startTestTriggerInvocation = (call, tenant) =>
      startTestTriggerInvocation(call, { ...tenant, ...change(tenant) });
  };

/** Reads the body of a test event as if another had been sent. */
export const readsTestAs =
  (change: (body: JsonObject, tenant: Tenant) => JsonObject): Apply =>
  ({ seams }) => {
    const { startTestTriggerInvocation } = seams.handle;
    seams.handle.startTestTriggerInvocation = (call, tenant) =>
      startTestTriggerInvocation({ ...call, body: change(call.body as JsonObject, tenant) }, tenant);
  };
