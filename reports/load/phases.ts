import { type QuantileEstimate, quantileInterval } from '../capacity/statistics/quantile-interval.ts';

/** One part of an event's way, in its order; each is timed from the intended start. */
export const phases = ['accepted', 'delivered', 'answered', 'completed', 'visible'] as const;

export type Phase = (typeof phases)[number];

type Interval = Readonly<{ low: number; high: number | null }>;

export const quantiles = { p50: 0.5, p95: 0.95, p99: 0.99, 'p99.9': 0.999 } as const;

export type QuantileName = keyof typeof quantiles;

/** Latencies in ms. A quantile is null where the samples are too few for it, and `tooFew` says so. */
export type PhaseSummary = Readonly<Record<QuantileName, number | null>> &
  Readonly<{
    count: number;
    max: number | null;
    intervals: Readonly<Record<QuantileName, Interval | null>>;
    tooFew: readonly string[];
  }>;

/** Sums latencies up, in the order of their intended starts; `sorted` are the same. */
export const summarise = (
  latencies: Float64Array,
  sorted: Float64Array = latencies.toSorted(),
): PhaseSummary => {
  const estimates = Object.entries(quantiles).map(
    ([name, probability]) =>
      [name as QuantileName, quantileInterval(latencies, { probability, sorted })] as const,
  );
  const known = Object.fromEntries(
    estimates.map(([name, estimate]) => [name, estimate.kind === 'known' ? rounded(estimate.value) : null]),
  ) as Record<QuantileName, number | null>;
  const intervals = Object.fromEntries(
    estimates.map(([name, estimate]) => [name, intervalOf(estimate)]),
  ) as Record<QuantileName, Interval | null>;

  return {
    count: latencies.length,
    ...known,
    max: latencies.length === 0 ? null : rounded(sorted[sorted.length - 1] ?? Number.NaN),
    intervals,
    tooFew: estimates.flatMap(([name, estimate]) =>
      estimate.kind === 'too-few'
        ? [`${name}: too few samples (${estimate.samples}); ${estimate.needed} are needed`]
        : [],
    ),
  };
};

const intervalOf = (estimate: QuantileEstimate): Interval | null =>
  estimate.kind === 'known'
    ? {
        low: rounded(estimate.low),
        high: Number.isFinite(estimate.high) ? rounded(estimate.high) : null,
      }
    : null;

const rounded = (ms: number): number => Math.round(ms * 1000) / 1000;
