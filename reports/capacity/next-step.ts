import { capacityAtSlo } from './capacity-at-slo.ts';
import { saturationRate } from './saturation.ts';
import type { Random } from './statistics/random.ts';
import type { JudgedStep, Slo } from './steps/step.ts';

export type Plan = Readonly<{
  /** Events/s of the first step. */
  firstRate: number;
  /** At most so many steps. */
  mostSteps: number;
  /** No step above this rate. */
  mostRate?: number;
}>;

/** Width of the interval, as a share of the capacity, at which no further step is needed. */
const narrow = 0.06;
/** The widest gap between the two steps around the capacity, as a share of it. */
const gap = 0.08;
const growth = 1.4;
/** Steps below the first before it is given up. */
const mostDown = 4;
/** How far from the capacity a step looks at it, as shares of it. */
const nearest = 0.03;
const farthest = 0.15;
/** How many steps stand around the capacity before it is asked whether they suffice. */
const around = 2;

/**
 * The rate of the next step in events/s, or null where the steps suffice or the generator is at its end. Upwards
 * until a step clearly breaks the SLO, downwards until one clearly keeps it, then where the capacity is least certain.
 */
export const nextStep = (
  steps: readonly JudgedStep[],
  slo: Slo,
  { firstRate, mostSteps, mostRate = Number.POSITIVE_INFINITY }: Plan,
  random: Random,
): number | null => {
  const rates = steps.map(({ targetRate }) => targetRate);
  if (steps.length === 0) return Math.min(firstRate, mostRate);
  if (steps.length >= mostSteps || steps.some(({ certificate }) => certificate?.valid === false)) return null;
  if (!steps.some((step) => isClearlyBroken(step, slo))) {
    const highest = Math.max(...rates);
    return highest >= mostRate ? null : Math.min(highest * growth, mostRate);
  }
  if (!steps.some((step) => isClearlyKept(step, slo)))
    return steps.filter((step) => step.offeredRate < firstRate).length < mostDown
      ? Math.min(...rates) / growth
      : null;

  return refinement(steps, slo, random);
};

/** The rate that narrows the interval most: in the widest gap, else at the capacity and to both sides of it. */
const refinement = (steps: readonly JudgedStep[], slo: Slo, random: Random): number | null => {
  const capacity = capacityAtSlo(steps, slo, random);
  if (capacity.kind !== 'known') return null;
  const { rate, low, high } = capacity;
  const saturation = saturationRate(steps)?.value;
  const rates = [
    ...steps.map(({ offeredRate }) => offeredRate),
    ...(saturation === undefined ? [] : [saturation]),
  ];
  const below = Math.max(...rates.filter((each) => each <= rate), 0);
  const above = Math.min(...rates.filter((each) => each > rate));
  if (below > 0 && Number.isFinite(above) && above - below > gap * rate) return (below + above) / 2;

  const half = Math.min(farthest * rate, Math.max((high - low) / 2, nearest * rate));
  const near = steps.filter(({ offeredRate }) => Math.abs(offeredRate - rate) <= 2 * half).length;
  if (near >= around && high - low < narrow * rate) return null;
  const turns = [rate, rate - half, rate + half];

  return turns[steps.length % turns.length] ?? rate;
};

const isClearlyBroken = ({ outcome, p99, missed }: JudgedStep, slo: Slo): boolean =>
  outcome === 'over-capacity' ||
  (outcome === 'broken' && ((p99.kind === 'known' && p99.low > slo.p99Ms) || missed.share > slo.missedShare));

/** Few samples give a p99 no upper end; one of half the limit is clear enough to look higher. */
const isClearlyKept = ({ outcome, p99 }: JudgedStep, slo: Slo): boolean =>
  outcome === 'kept' && p99.kind === 'known' && (p99.high <= slo.p99Ms || p99.value <= slo.p99Ms / 2);
