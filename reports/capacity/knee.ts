import type { Random } from './statistics/random.ts';
import { sortedQuantile } from './statistics/sample.ts';
import type { Estimate, JudgedStep } from './steps/step.ts';
import { drawnEstimate } from './uncertain-step.ts';

/** The rate from which on more offered is no more achieved, events/s. */
export type Knee = Readonly<{ rate: number; low: number; high: number }>;

const draws = 400;

/**
 * The break of the achieved against the offered rate: the least-squares fit of a line that follows the offered rate
 * and then stays level, with the 95 % interval of its bootstrap. Null where no step was over capacity: then nothing
 * breaks.
 */
export const kneeOf = (steps: readonly JudgedStep[], random: Random): Knee | null => {
  const judged = steps.filter(({ outcome }) => outcome !== 'not-judged');
  if (!judged.some(({ outcome }) => outcome === 'over-capacity')) return null;
  const fitted = (of: (rate: Estimate) => number): number =>
    breakOf(
      judged.map(({ offeredRate, achievedRate }) => ({ offered: offeredRate, achieved: of(achievedRate) })),
    );
  const drawn = Array.from({ length: draws }, () => fitted((rate) => drawnEstimate(rate, random))).sort(
    (one, other) => one - other,
  );

  return {
    rate: fitted(({ value }) => value),
    low: sortedQuantile(drawn, 0.025),
    high: sortedQuantile(drawn, 0.975),
  };
};

type Point = Readonly<{ offered: number; achieved: number }>;

/** min(offered, level) fits best where the level is the mean of what is achieved beyond it. */
const breakOf = (points: readonly Point[]): number => {
  const levels = points
    .toSorted((one, other) => one.offered - other.offered)
    .map((_, place, sorted) => {
      const beyond = sorted.slice(place);
      return beyond.reduce((total, { achieved }) => total + achieved, 0) / beyond.length;
    });

  return levels.reduce(
    (best, level) => (misfit(points, level) < misfit(points, best) ? level : best),
    levels[0] ?? 0,
  );
};

const misfit = (points: readonly Point[], level: number): number =>
  points.reduce((total, { offered, achieved }) => total + (achieved - Math.min(offered, level)) ** 2, 0);
