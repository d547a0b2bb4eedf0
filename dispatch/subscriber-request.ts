import type { HttpConfig } from '../contracts/types.ts';
import { credentialHeaders } from './credentials.ts';
import type { JsonObject } from './json.ts';

/** A dispatch as it goes out over HTTP. */
export type SubscriberRequest = Readonly<{
  method: 'POST';
  url: string;
  /** Names in lower case. */
  headers: Readonly<Record<string, string>>;
  body: string;
}>;

/** The request that brings an envelope to the subscriber: documented as a POST of JSON to the subscription's url. */
export const subscriberRequest = (config: HttpConfig, envelope: JsonObject): SubscriberRequest => ({
  method: 'POST',
  url: config.url,
  headers: { 'content-type': 'application/json', ...credentialHeaders(config) },
  body: JSON.stringify(envelope),
});
