import { batchMeans } from './batch-means.ts';
import { mean, sortedQuantile } from './sample.ts';

/**
 * How long the slow answers take, as the mean of the logarithms of the quantiles from p70 to p98 on both sides of p90 and p95: it
 * moves as p95 moves, and scatters less. `variance` is that of the value.
 */
export type Tail = Readonly<{ value: number; variance: number; freedom: number }>;

const levels = Array.from({ length: 15 }, (_, place) => 1 - Math.exp(-(1.2 + 0.2 * place)));
/** Clocks and ties can make a series scatter less than anything that is measured does. */
const leastVariance = 1e-6;
/** Values in a batch below which its p98 says nothing. */
const leastSize = 50;
/** As many batches as hold so many values each, within bounds: more make the variance surer. */
const batchSize = 500;
const fewestBatches = 16;
const mostBatches = 64;

/** The tail of latencies in the order of time; null where there are too few, or too many never came. */
export const tailOf = (values: Float64Array): Tail | null => {
  const value = meanLog(values);
  const batches = Math.min(mostBatches, Math.max(fewestBatches, Math.floor(values.length / batchSize)));
  const size = Math.floor(values.length / batches);
  if (size < leastSize || !Number.isFinite(value)) return null;
  const parts = Array.from({ length: batches }, (_, batch) =>
    meanLog(values.slice(batch * size, (batch + 1) * size)),
  );
  if (!parts.every(Number.isFinite)) return null;
  const { varianceOfMean, freedom } = batchMeans(parts.length, (place) => parts[place] ?? 0, batches);

  return { value, variance: Math.max(leastVariance, varianceOfMean), freedom };
};

const meanLog = (values: Float64Array): number => {
  const sorted = values.toSorted();

  return mean(levels.map((level) => Math.log(sortedQuantile(sorted, level))));
};
