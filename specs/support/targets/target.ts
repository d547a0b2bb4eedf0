import type { Client } from '../../../client/client.ts';
import type { LiveExchange } from '../../../client/exchange.ts';
import type { Ledger } from '../../../client/ledger.ts';
import type { Credentials } from '../../../client/tokens.ts';
import type { OperationId } from '../../../contracts/operations.ts';
import type { ApiVersion } from '../../../contracts/versions.ts';
import type { Clock as SubscriberClock } from '../../../subscriber/clock.ts';
import type { Capability } from '../capabilities.ts';
import type { Leases } from './leases.ts';

/** What a run speaks to, and what it may do there. */
export type Target = Readonly<{
  kind: 'mock' | 'tenant';
  /** Host name of the tenant, `mock` for the embedded one. */
  host: string;
  version: ApiVersion;
  capabilities: ReadonlySet<Capability>;
  client: Client;
  /** Of the client that may do everything. */
  credentials: Credentials;
  ledger: Ledger;
  leases: Leases;
  /** Hands every exchange from now on to one listener: that of the running test. */
  listen: (listener: (exchange: LiveExchange) => void) => void;
  /** Lets time pass: for real on a tenant, on its virtual clock on the mock. */
  sleep: (milliseconds: number) => Promise<void>;
  /** How long a state that is not yet there may take to show, in ms of `sleep`. */
  patience: number;
  /** What comes by way of a subscriber takes real time on every target: how long at most, in ms. */
  dispatchPatience: number;
  /** The clock of the tenant where it is virtual, else that of the machine; subscribers go by it as well. */
  clock: SubscriberClock;
  /** Where the tenant reaches the suite's subscriber, and the port behind it; on loopback where neither is set. */
  subscriber: Readonly<{ url?: string; port?: number }>;
  /** Whether requests cost nothing; below a quota, what is generated is sent in part. */
  thorough: boolean;
  /** The next request of the operation meets a fault; only where the capability `faults` is. */
  raise: (operation: OperationId, status: number) => void;
  /** The tenant under its documented quota: itself, or one of its own where the target has none. */
  limited: () => Promise<Target>;
  close: () => Promise<void>;
}>;

/** Reads again and again until `holds`, at most as long as the target's patience; gives what was read last. */
export const until = async <T>(
  { patience, sleep }: Pick<Target, 'patience' | 'sleep'>,
  read: () => Promise<T>,
  holds: (value: T) => boolean,
): Promise<T> => {
  const pause = 200;
  let value = await read();
  for (let waited = 0; !holds(value) && waited < patience; waited += pause) {
    await sleep(pause);
    value = await read();
  }

  return value;
};
