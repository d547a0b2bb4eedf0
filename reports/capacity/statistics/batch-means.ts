import { mean, variance } from './sample.ts';

/** Means of consecutive batches of one series, and how far they let its mean be trusted. */
export type BatchMeans = Readonly<{
  means: readonly number[];
  /** Of the mean over all batches. */
  varianceOfMean: number;
  /** Degrees of freedom of that variance. */
  freedom: number;
}>;

const usual = 16;
/** Batches that resemble their neighbours more than this say nothing that could be mended. */
const mostAlike = 0.8;

/**
 * Means of batches of a series, 16 unless told otherwise, in the order of time. Neighbours in a series are alike, batches much less so
 * (Law, Simulation Modeling and Analysis, 9.5); what likeness is left between one batch and the next is estimated
 * and paid for as in a first-order autoregression. `valueAt` gives the value at a place, so that nothing is copied.
 */
export const batchMeans = (
  length: number,
  valueAt: (place: number) => number,
  count: number = usual,
): BatchMeans => {
  const size = Math.max(1, Math.floor(length / count));
  const means = Array.from({ length: Math.min(count, length) }, (_, batch) => {
    let total = 0;
    for (let place = batch * size; place < (batch + 1) * size; place += 1) total += valueAt(place);
    return total / size;
  });
  const alike = likeness(means);
  const inflation = (1 + alike) / (1 - alike);

  return {
    means,
    varianceOfMean: (variance(means) / means.length) * inflation,
    freedom: Math.max(3, (means.length - 1) / inflation),
  };
};

/** Correlation of each mean with the next, from 0 to `mostAlike`, without what few means make it too small by. */
const likeness = (means: readonly number[]): number => {
  const centre = mean(means);
  let products = 0;
  let squares = 0;
  for (const [place, value] of means.entries()) {
    squares += (value - centre) ** 2;
    products += (value - centre) * ((means[place + 1] ?? centre) - centre);
  }
  const seen = squares === 0 ? 0 : products / squares;

  return Math.min(mostAlike, Math.max(0, seen + (1 + 3 * seen) / means.length));
};
