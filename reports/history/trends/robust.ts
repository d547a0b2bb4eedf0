import { sortedQuantile } from '../../capacity/statistics/sample.ts';
import { normalQuantile } from '../../capacity/statistics/student.ts';

/** The middle of values that one in four outliers hardly moves: the median of the means of all pairs (Hodges and Lehmann). */
export const robustCentre = (values: readonly number[]): number =>
  sortedQuantile(sortedPairs(values, { first: 0, of: (one, other) => (one + other) / 2 }), 0.5);

/**
 * How far values scatter, as a standard deviation, whatever half of them does: the first quartile of the distances of
 * all pairs (Rousseeuw and Croux, Alternatives to the Median Absolute Deviation, 1993: Qn), as sure as the plain
 * deviation of 82 % as many normal values. 0 for fewer than two values.
 */
export const robustDeviation = (values: readonly number[]): number => {
  const { length } = values;
  const half = Math.floor(length / 2) + 1;
  const distances = sortedPairs(values, { first: 1, of: (one, other) => Math.abs(one - other) });

  return 2.2219 * smallSample(length) * (distances[(half * (half - 1)) / 2 - 1] ?? 0);
};

/** How far the worst tenth of values lies above their centre, as the deviation of normal values that would lie there. */
export const upwardDeviation = (values: readonly number[]): number =>
  (sortedQuantile(
    values.toSorted((one, other) => one - other),
    worstTenth,
  ) -
    robustCentre(values)) /
  normalQuantile(worstTenth);

const worstTenth = 0.9;

export const median = (values: readonly number[]): number =>
  sortedQuantile(
    values.toSorted((one, other) => one - other),
    0.5,
  );

/** What makes the deviation right on average for so many values; from the same paper, and its tables up to nine. */
const smallSample = (length: number): number =>
  upToNine[length] ?? (length % 2 === 0 ? length / (length + 3.8) : length / (length + 1.4));

const upToNine = [0, 0, 0.399, 0.994, 0.512, 0.844, 0.611, 0.857, 0.669, 0.872];

type Pairs = Readonly<{
  /** How far behind a value the first is that it makes a pair with: 0 for itself. */
  first: 0 | 1;
  of: (one: number, other: number) => number;
}>;

/** What each pair gives, sorted; as plain numbers, since a large tenant has millions of pairs a night. */
const sortedPairs = (values: readonly number[], { first, of }: Pairs): Float64Array => {
  const { length } = values;
  const pairs = new Float64Array((length * (length + 1 - 2 * first)) / 2);
  let next = 0;
  for (const [place, one] of values.entries())
    for (const other of values.slice(place + first)) {
      pairs[next] = of(one, other);
      next += 1;
    }

  return pairs.sort();
};
