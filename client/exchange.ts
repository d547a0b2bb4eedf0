import type { OperationId } from '../contracts/operations.ts';
import type { ApiVersion } from '../contracts/versions.ts';

/** Who sends a request: one of the configured clients, nobody, or somebody with a token that is no good. */
export type Identity =
  | 'full'
  | 'readonly'
  | 'noscope'
  | 'anonymous'
  | 'expired'
  /** A token that no tenant issued. */
  | 'forged'
  /** The token of `full` with one character of its signature changed. */
  | 'tampered';

/** One request and its response, as it was on the wire. Every secret in it is masked. */
export type Exchange = Readonly<{
  operation: OperationId;
  apiVersion: ApiVersion;
  identity: Identity;
  request: Readonly<{
    method: string;
    /** Absolute, query string included. */
    url: string;
    headers: Readonly<Record<string, string>>;
    /** The bytes that were sent, as text; absent when there was no body. */
    body?: string;
  }>;
  response: Readonly<{
    status: number;
    /** Names in lower case; several of one name joined by a comma and a blank. */
    headers: Readonly<Record<string, string>>;
    text: string;
    /** The parsed JSON of `text`; `undefined` where it is empty or no JSON. */
    body: unknown;
  }>;
  /** ISO 8601 UTC. */
  startedAt: string;
  /** From the first byte sent to the last received, waits for the quota left out. */
  milliseconds: number;
  /** Sends that were answered 429 before this one and waited out. */
  waitedOut: number;
}>;

/**
 * An exchange together with the answer as it came, secrets included, for a spec that has to use one. `live` is
 * not enumerable: `JSON.stringify`, `structuredClone`, spreading and printing leave it out, so an exchange that
 * is stored or shown is the masked one without anybody having to think of it.
 */
export type LiveExchange = Exchange & Readonly<{ live: Readonly<{ text: string; body: unknown }> }>;
