import type { Capacity } from './capacity-at-slo.ts';
import type { Demand } from './demand.ts';

/** Capacity over demand. `high` is null where the capacity has no upper end. */
export type Headroom = Readonly<{ ratio: number; low: number; high: number | null; required: number }>;

/** Headroom against what is required; null where the capacity is unknown. The intervals of both are in it. */
export const headroomOf = (capacity: Capacity, demand: Demand, required: number): Headroom | null => {
  if (capacity.kind === 'unknown') return null;
  const { rate, low, high } =
    capacity.kind === 'known' ? capacity : { rate: capacity.rate, low: capacity.rate, high: null };

  return {
    ratio: rate / demand.rate,
    low: low / demand.high,
    high: high === null ? null : high / Math.max(demand.low, Number.MIN_VALUE),
    required,
  };
};
