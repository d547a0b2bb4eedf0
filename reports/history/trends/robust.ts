import { sortedQuantile } from '../../capacity/statistics/sample.ts';
import { normalQuantile } from '../../capacity/statistics/student.ts';

/** The middle of values that one in four outliers hardly moves: the median of the means of all pairs (Hodges and Lehmann). */
export const robustCentre = (values: readonly number[]): number =>
  median(pairsOf(values, true).map(([one, other]) => (one + other) / 2));

/**
 * How far values scatter, as a standard deviation, whatever half of them does: the first quartile of the distances of
 * all pairs (Rousseeuw and Croux, Alternatives to the Median Absolute Deviation, 1993: Qn), as sure as the plain
 * deviation of 82 % as many normal values. 0 for fewer than two values.
 */
export const robustDeviation = (values: readonly number[]): number => {
  const { length } = values;
  const half = Math.floor(length / 2) + 1;
  const distances = pairsOf(values, false)
    .map(([one, other]) => Math.abs(one - other))
    .sort((one, other) => one - other);

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

const pairsOf = (values: readonly number[], withItself: boolean): readonly (readonly [number, number])[] =>
  values.flatMap((one, place) =>
    values.slice(withItself ? place : place + 1).map((other) => [one, other] as const),
  );
