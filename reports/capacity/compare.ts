import type { CapacityReport } from './report.ts';
import { studentQuantile } from './statistics/student.ts';
import type { JudgedStep } from './steps/step.ts';

/** The second run over the first; `isDifferent`: by more than chance, at 1 %. */
export type Change = Readonly<{ ratio: number; low: number; high: number; isDifferent: boolean }>;

export type Comparison = Readonly<{
  /** Times of the slow answers (p70 to p98, with p95 in it) at the rates that both runs were driven at. */
  p95: Change | null;
  /** Events/s; from the 95 % intervals of both. */
  capacity: Change | null;
  /** Rates at which both were judged, events/s. */
  rates: readonly number[];
}>;

const alpha = 0.01;
/** Rates that differ by less are the same step. */
const sameRate = 0.02;

/** Whether a run differs from an earlier one, and by how much. */
export const compared = (
  before: Pick<CapacityReport, 'steps' | 'capacity'>,
  after: Pick<CapacityReport, 'steps' | 'capacity'>,
): Comparison => {
  const pairs = before.steps.flatMap((one) => {
    const other = after.steps.find((each) => isSameStep(one, each));
    return other === undefined ? [] : [[one, other] as const];
  });

  return {
    p95: tailChange(pairs),
    capacity: capacityChange(before.capacity, after.capacity),
    rates: pairs.map(([{ targetRate }]) => targetRate),
  };
};

/** The differences of all pairs of steps as one, each with the weight of its certainty. */
const tailChange = (pairs: readonly (readonly [JudgedStep, JudgedStep])[]): Change | null => {
  const parts = pairs.flatMap(([{ tail: one }, { tail: other }]) => {
    if (one === null || other === null) return [];
    const variance = one.variance + other.variance;
    const freedom = variance ** 2 / (one.variance ** 2 / one.freedom + other.variance ** 2 / other.freedom);
    return [{ difference: other.value - one.value, variance, freedom }];
  });
  if (parts.length === 0) return null;
  const weight = parts.reduce((total, { variance }) => total + 1 / variance, 0);
  const difference = parts.reduce((total, part) => total + part.difference / part.variance, 0) / weight;
  const freedom = weight ** 2 / parts.reduce((total, part) => total + part.variance ** -2 / part.freedom, 0);

  return changeOf(difference, Math.sqrt(1 / weight), freedom);
};

const capacityChange = (
  one: CapacityReport['capacity'],
  other: CapacityReport['capacity'],
): Change | null => {
  const [before, after] = [deviationOf(one), deviationOf(other)];
  if (before === null || after === null) return null;

  return changeOf(after.log - before.log, Math.hypot(before.deviation, after.deviation), 1000);
};

const deviationOf = (capacity: CapacityReport['capacity']) =>
  capacity === null || capacity.high === null || capacity.low <= 0
    ? null
    : {
        log: Math.log(capacity.rate),
        deviation: Math.max(1e-3, Math.log(capacity.high / capacity.low) / (2 * 1.96)),
      };

const changeOf = (difference: number, deviation: number, freedom: number): Change => {
  const reach = studentQuantile(1 - alpha / 2, freedom) * deviation;

  return {
    ratio: Math.exp(difference),
    low: Math.exp(difference - reach),
    high: Math.exp(difference + reach),
    isDifferent: Math.abs(difference) > reach,
  };
};

/** Of the same rate, and neither over capacity nor in doubt: a backlog has no latency to compare. */
export const isSameStep = (one: JudgedStep, other: JudgedStep): boolean =>
  [one, other].every(({ outcome }) => outcome === 'kept' || outcome === 'broken') &&
  Math.abs(one.targetRate - other.targetRate) <= sameRate * one.targetRate;
