import { type DispatchedEvent, triggerTypeNames } from './dispatched-event.ts';
import type { JsonObject } from './json.ts';
import type { DispatchMode } from './mode.ts';

type Envelope = (event: DispatchedEvent) => JsonObject;

/**
 * The JSON that an HTTP subscriber receives. Documented: in mode SYNC the bare input, in ASYNC and DYNAMIC the
 * input with `_metadata` beside it. Assumed: the bare input for FIRE_AND_FORGET, of which nothing is published.
 */
export const httpEnvelope = (mode: DispatchMode, event: DispatchedEvent): JsonObject =>
  envelopes[mode](event);

const bare: Envelope = ({ input }) => input;

const withMetadata: Envelope = ({ input, callbackURL, secret, triggerId, triggerType }) => ({
  ...input,
  _metadata: {
    callbackURL,
    responseMode: 'async',
    secret,
    triggerId,
    triggerType: triggerTypeNames[triggerType],
  },
});

const envelopes: Readonly<Record<DispatchMode, Envelope>> = {
  FIRE_AND_FORGET: bare,
  SYNC: bare,
  ASYNC: withMetadata,
  DYNAMIC: withMetadata,
};
