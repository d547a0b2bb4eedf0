import type { EventBridgeConfig } from '../contracts/types.ts';
import { type DispatchedEvent, triggerTypeNames } from './dispatched-event.ts';
import type { JsonObject } from './json.ts';

/** What an event on the bus says beside the event itself. */
export type EventBridgeEntry = Readonly<{
  event: DispatchedEvent;
  config: EventBridgeConfig;
  /** When it was put on the bus: ISO 8601, UTC. */
  time: string;
}>;

/**
 * The partner event of an EVENTBRIDGE subscription, as a rule of the bus sees it. Seen in consumers: the trigger's
 * id as `detail-type`, and input and `_metadata` below `detail`, where an HTTP subscriber has them at the top.
 * The members around them are those that AWS documents for every event; the name of the source is assumed.
 */
export const eventBridgeEnvelope = ({ event, config, time }: EventBridgeEntry): JsonObject => ({
  version: '0',
  id: event.invocationId,
  'detail-type': event.triggerId,
  source: `aws.partner/sailpoint.com/${config.awsAccount}/idn`,
  account: config.awsAccount,
  time,
  region: config.awsRegion,
  resources: [],
  detail: {
    ...event.input,
    _metadata: {
      invocationId: event.invocationId,
      callbackURL: event.callbackURL,
      secret: event.secret,
      triggerId: event.triggerId,
      triggerType: triggerTypeNames[event.triggerType],
    },
  },
});
