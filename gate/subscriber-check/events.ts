import { randomUUID } from 'node:crypto';
import type { CatalogueTrigger } from '../../contracts/triggers/index.ts';
import type { ApiVersion } from '../../contracts/versions.ts';
import { callbackUrl } from '../../dispatch/callback-url.ts';
import type { DispatchedEvent } from '../../dispatch/dispatched-event.ts';
import { httpEnvelope } from '../../dispatch/envelope.ts';
import { eventBridgeEnvelope } from '../../dispatch/event-bridge.ts';
import type { JsonObject } from '../../dispatch/json.ts';
import type { Invocation } from './call.ts';
import type { Step } from './step.ts';

export type EventParts = Readonly<{
  trigger: CatalogueTrigger;
  version: ApiVersion;
  /** Where completions are to be sent, the tenant's base address. */
  callbackBase: string;
}>;

/** Events of a trigger, as a tenant writes them. */
export type Events = Readonly<{
  open: () => Invocation;
  /** The body of an event. Two of one step and input differ in what completes them, and are of one size. */
  bodyOf: (step: Step, input: JsonObject, invocation: Invocation) => string;
}>;

export const createEvents = ({ trigger, version, callbackBase }: EventParts): Events => ({
  open: () => {
    const id = randomUUID();

    return {
      id,
      secret: randomUUID(),
      callbackURL: callbackUrl(callbackBase, version, id),
      path: callbackUrl('', version, id),
    };
  },
  bodyOf: ({ mode, envelope, padTo }, input, { id, secret, callbackURL }) => {
    const event: DispatchedEvent = {
      invocationId: id,
      subscriptionId: randomUUID(),
      triggerId: trigger.id,
      triggerType: trigger.type,
      input,
      secret,
      callbackURL,
    };
    const body = JSON.stringify(envelope === 'http' ? httpEnvelope(mode, event) : onBus(event));

    return body.padEnd(padTo - (Buffer.byteLength(body) - body.length), ' ');
  },
});

const onBus = (event: DispatchedEvent): JsonObject =>
  eventBridgeEnvelope({
    event,
    config: { awsAccount: '123456789012', awsRegion: 'eu-central-1' },
    time: new Date().toISOString(),
  });
