import { batchMeans } from './batch-means.ts';
import { mean, sortedQuantile } from './sample.ts';
import { studentQuantile } from './student.ts';

/**
 * A quantile and its interval, or why there is none. `high` is Infinity where the samples give no upper end.
 * `effective`: how many independent samples would say as much.
 */
export type QuantileEstimate =
  | Readonly<{
      kind: 'known';
      value: number;
      low: number;
      high: number;
      samples: number;
      effective: number;
      freedom: number;
    }>
  | Readonly<{ kind: 'too-few'; samples: number; needed: number }>;

export type QuantileOptions = Readonly<{
  /** 0.99 for p99. */
  probability: number;
  /** Share of such intervals that hold the true quantile, 0.95 unless told otherwise. */
  confidence?: number;
  /** The same values sorted, where they are at hand. */
  sorted?: ArrayLike<number>;
}>;

/** Samples that must lie beyond a quantile before it is given: 1,000 for p99. */
const beyond = 10;
/** A level that is crossed often enough to show how long the memory of a series is. */
const body = 0.75;

/**
 * The quantile of values in the order of time, with an interval between two order statistics. How far apart these
 * lie follows from the batch means of "is at most the quantile", so the interval holds although a slow answer
 * seldom comes alone; so does that of the third quartile, since a tail is met too seldom to show how long a queue
 * remembers. Values may be Infinity: what never came lies beyond every quantile.
 */
export const quantileInterval = (
  values: Float64Array,
  { probability, confidence = 0.95, sorted = values.toSorted() }: QuantileOptions,
): QuantileEstimate => {
  const samples = values.length;
  const needed = Math.ceil(beyond / Math.min(probability, 1 - probability) - 1e-9);
  if (samples < needed) return { kind: 'too-few', samples, needed };

  const value = sortedQuantile(sorted, probability);
  const { dependence, freedom } = strongestDependence(values, [value, sortedQuantile(sorted, body)]);
  const varianceOfShare = (probability * (1 - probability) * dependence) / samples;
  const reach = studentQuantile((1 + confidence) / 2, freedom) * Math.sqrt(varianceOfShare);

  return {
    kind: 'known',
    value,
    low: sorted[Math.max(0, Math.floor(samples * (probability - reach)) - 1)] ?? value,
    high: sorted[Math.ceil(samples * (probability + reach))] ?? Number.POSITIVE_INFINITY,
    samples,
    effective: samples / dependence,
    freedom,
  };
};

/** How many samples say as much as one independent one: the most that any of the levels shows, and at least one. */
const strongestDependence = (
  values: Float64Array,
  levels: readonly number[],
): Readonly<{ dependence: number; freedom: number }> => {
  const seen = levels.map((level) => {
    const { means, varianceOfMean, freedom } = batchMeans(values.length, (place) =>
      (values[place] ?? Number.NaN) <= level ? 1 : 0,
    );
    const share = mean(means);
    const chance = share * (1 - share);

    return { dependence: chance === 0 ? 1 : (varianceOfMean * values.length) / chance, freedom };
  });
  const none = { dependence: 1, freedom: values.length };

  return seen.reduce((most, each) => (each.dependence > most.dependence ? each : most), none);
};
