import { type Crossing, type CurvePoint, crossing } from './capacity-curve.ts';
import { saturationRate } from './saturation.ts';
import type { Random } from './statistics/random.ts';
import { sortedQuantile } from './statistics/sample.ts';
import type { Estimate, JudgedStep, Slo } from './steps/step.ts';
import { drawnEstimate, drawnP99 } from './uncertain-step.ts';

/**
 * The highest rate that keeps the SLO, events/s. `at-least`: no step broke it, so that nothing says where it ends.
 * `unknown`: the steps do not say.
 */
export type Capacity =
  | Readonly<{ kind: 'known'; rate: number; low: number; high: number }>
  | Readonly<{ kind: 'at-least'; rate: number }>
  | Readonly<{ kind: 'unknown'; reason: string }>;

const draws = 400;

/**
 * Capacity at the SLO with its 95 % interval: where the curve of 1 / p99 through the steps falls below 1 / limit,
 * and never above what the target does when it is saturated. The interval is that of many curves, each drawn from
 * the intervals of its steps; it also spans what two steps cannot say about the curve between them.
 */
export const capacityAtSlo = (steps: readonly JudgedStep[], slo: Slo, random: Random): Capacity => {
  const judged = steps
    .filter(({ outcome }) => outcome !== 'not-judged')
    .toSorted((one, other) => one.offeredRate - other.offeredRate);
  const kept = judged.filter(({ outcome }) => outcome === 'kept');
  const highest = Math.max(0, ...kept.map(({ offeredRate }) => offeredRate));
  if (judged.length < 2)
    return {
      kind: 'unknown',
      reason: `${judged.length} of ${steps.length} steps could be judged: it takes two or more`,
    };
  if (kept.length === judged.length) return { kind: 'at-least', rate: highest };
  if (kept.length === 0) return { kind: 'unknown', reason: noneKept(judged) };

  const seen = settledCrossing(
    judged,
    slo,
    (step) => (step.p99.kind === 'known' ? step.p99.value : Number.NaN),
    (rate) => rate.value,
  );
  const drawn = Array.from({ length: draws }, () =>
    settledCrossing(
      judged,
      slo,
      (step) => drawnP99(step, random),
      (rate) => drawnEstimate(rate, random),
    ),
  );
  const low = sortedQuantile(drawn.map((each) => each.low).sort(ascending), 0.025);
  const high = sortedQuantile(drawn.map((each) => each.high).sort(ascending), 0.975);

  return { kind: 'known', rate: Math.min(high, Math.max(low, (seen.low + seen.high) / 2)), low, high };
};

/** The crossing of one curve, held below saturation and below steps that missed too many deadlines. */
const settledCrossing = (
  steps: readonly JudgedStep[],
  slo: Slo,
  p99Of: (step: JudgedStep) => number,
  rateOf: (rate: Estimate) => number,
): Crossing => {
  const saturation = saturationRate(steps);
  const full = saturation === null ? Number.POSITIVE_INFINITY : rateOf(saturation);
  const points: readonly CurvePoint[] = steps
    .filter(({ outcome, offeredRate }) => outcome !== 'over-capacity' && offeredRate < full)
    .map((step) => ({ rate: step.offeredRate, inverse: 1 / p99Of(step) }));
  const end = saturation === null ? [] : [{ rate: full, inverse: 0 }];
  const { low, high } = crossing([...points, ...end], 1 / slo.p99Ms) ?? { low: Infinity, high: Infinity };
  const missing = missedBetween(steps, slo);

  return { low: Math.min(low, missing.low), high: Math.min(high, missing.high) };
};

/** Between the highest step that keeps the share of missed deadlines and the first that does not. */
const missedBetween = (steps: readonly JudgedStep[], slo: Slo): Crossing => {
  const broken = steps.findIndex(({ missed }) => missed.share > slo.missedShare);

  return broken === -1
    ? { low: Infinity, high: Infinity }
    : { low: steps[broken - 1]?.offeredRate ?? 0, high: steps[broken]?.offeredRate ?? Infinity };
};

const noneKept = ([first]: readonly JudgedStep[]): string =>
  `even the lowest step (${first?.offeredRate.toFixed(1) ?? '?'}/s) does not keep the SLO: start lower`;

const ascending = (one: number, other: number): number => one - other;
