import { sortedQuantile } from '../../capacity/statistics/sample.ts';
import { daysBetween, type Point } from './point.ts';
import { monthReference } from './reference.ts';
import { scaleOf } from './scale.ts';
import type { Unit } from './units.ts';

/** Nights of all series together from which on their tail says something. */
const fewestNights = 150;

/** What a night must lie beyond to be far off: one in so many is. */
const chanceOfANight = 0.005;

/** Where the tail begins, and where its slope is taken; below the nights that are wild by themselves. */
const [start, end] = [0.8, 0.95];

type Seen = Readonly<{ unit: Unit; points: readonly Point[]; known?: string | undefined }>;

/** The tail of the nights of all series, by their unit; points are in the order of time, the last is tonight's. */
export const tailsOf = (all: readonly Seen[]): Readonly<Record<Unit, number>> => {
  const heights = all.flatMap(({ unit, points, known }) =>
    unit === 'milliseconds' ? heightsOf(monthBefore(points, known), unit) : [],
  );

  // The noise of a share is mostly that of its counts, which is known and has no long tail.
  return { share: 0, milliseconds: tailOf(heights) };
};

/** How far the nights of a month lie above what is usual, each in deviations of its own series. */
const heightsOf = (month: readonly Point[], unit: Unit): readonly number[] => {
  const scale = scaleOf(unit, month);
  const usual = monthReference(scale, month);
  if (usual === null) return [];

  return month.map(
    (night) =>
      (scale.scaled(night) - usual.centre) /
      Math.sqrt(usual.ownVariance + scale.samplingVariance(night.samples)),
  );
};

/** The nights that a night is compared with: those of 30 days, without the last two or what came after a known change. */
export const monthBefore = (points: readonly Point[], known: string | undefined): readonly Point[] => {
  const tonight = points.at(-1);
  const since = known ?? points.at(-2)?.taken;

  return tonight === undefined || since === undefined
    ? []
    : points.filter(({ taken }) => taken < since && daysBetween(taken, tonight.taken) <= 30);
};

/**
 * How many deviations above its month only one night in 200 lies, as the nights of all series of a unit show it: a month
 * of one series is too short to show how long its tail is. The tail is taken to fall off exponentially from the highest
 * fifth on. 0 where there are too few nights to say.
 */
const tailOf = (heights: readonly number[]): number => {
  if (heights.length < fewestNights) return 0;
  const sorted = Float64Array.from(heights).sort();
  const [low, high] = [sortedQuantile(sorted, start), sortedQuantile(sorted, end)];
  const slope = (high - low) / Math.log((1 - start) / (1 - end));

  return low + slope * Math.log((1 - start) / chanceOfANight);
};
