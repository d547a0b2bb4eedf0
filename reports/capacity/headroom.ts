import type { Capacity } from './capacity-at-slo.ts';
import type { Demand } from './demand.ts';

/** Capacity over demand. `high` is null where the capacity has no upper end, or the demand may be next to none. */
export type Headroom = Readonly<{ ratio: number; low: number; high: number | null; required: number }>;

/** A demand that was named, and the room that the capacity leaves above it. */
export type Room = Readonly<{ demand: Demand; headroom: Headroom | null }>;

/** Headroom against what is required; null where the capacity is unknown. The intervals of both are in it. */
export const headroomOf = (capacity: Capacity, demand: Demand, required: number): Headroom | null => {
  if (capacity.kind === 'unknown') return null;
  const { rate, low, high } =
    capacity.kind === 'known' ? capacity : { rate: capacity.rate, low: capacity.rate, high: null };

  return {
    ratio: rate / demand.rate,
    low: low / demand.high,
    high: high === null || demand.low === 0 ? null : high / demand.low,
    required,
  };
};

/** The one of several demands that leaves the least room. */
export const tightest = (rooms: readonly Room[]): Room | undefined =>
  rooms.toSorted((one, other) => other.demand.rate - one.demand.rate)[0];
