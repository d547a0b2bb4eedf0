import type { ApiVersion } from '../contracts/versions.ts';
import { type Clock, systemClock } from './clock.ts';

/** What a client may send: so many requests in so many ms. */
export type Quota = Readonly<{ requests: number; windowMs: number }> | 'off';

/** The quota is counted per client and API version. Source: the vendor's description of rate limits. */
export type PacerKey = Readonly<{ client: string; version: ApiVersion }>;

/** Keeps a run below its quota. */
export type Pacer = Readonly<{
  /**
   * Resolves when a request may leave, first come, first served. `room` is how many may leave at once by then, itself
   * included (default 1): what has to follow in time does not wait in its turn.
   */
  acquire(key: PacerKey, room?: number): Promise<void>;
  /** A 429 said to wait: nothing of this client and version leaves for `ms`. */
  blocked(key: PacerKey, ms: number): void;
}>;

type Lane = { tail: Promise<void>; sent: number[]; blockedUntil: number };

/** Share of the quota that the suite takes: others may use the same client. */
const share = 0.9;

/** How much longer than documented a window is taken to be, so that jitter on the way crowds no window. */
const stretch = 1.05;

/**
 * A pacer over a log of the last sends. In any stretch of one window at most 90 % of the quota leaves, which
 * neither a bucket nor a fixed window of the documented size answers with 429. `off` never waits.
 */
export function createPacer({ quota, clock = systemClock }: { quota: Quota; clock?: Clock }): Pacer {
  if (quota === 'off') return { acquire: async () => {}, blocked: () => {} };

  const atMost = Math.max(1, Math.floor(quota.requests * share));
  const windowMs = quota.windowMs * stretch;
  const lanes = new Map<string, Lane>();

  const laneOf = ({ client, version }: PacerKey): Lane => {
    const key = `${version} ${client}`;
    const lane = lanes.get(key) ?? { tail: Promise.resolve(), sent: [], blockedUntil: 0 };
    lanes.set(key, lane);

    return lane;
  };

  const freeAt = (lane: Lane, room: number): number => {
    const inTheWay = lane.sent[lane.sent.length + Math.min(room, atMost) - atMost - 1];

    return Math.max(lane.blockedUntil, inTheWay === undefined ? 0 : inTheWay + windowMs);
  };

  const admit = async (lane: Lane, room: number): Promise<void> => {
    for (let wait = freeAt(lane, room) - clock.now(); wait > 0; wait = freeAt(lane, room) - clock.now())
      await clock.sleep(Math.ceil(wait));

    lane.sent.push(clock.now());
    if (lane.sent.length > atMost) lane.sent.shift();
  };

  return {
    acquire(key, room = 1) {
      const lane = laneOf(key);
      lane.tail = lane.tail.then(() => admit(lane, room));

      return lane.tail;
    },
    blocked(key, ms) {
      const lane = laneOf(key);
      lane.blockedUntil = Math.max(lane.blockedUntil, clock.now() + ms);
    },
  };
}
