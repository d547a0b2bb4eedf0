import type { Point } from './point.ts';
import { median, robustCentre, robustDeviation, upwardDeviation } from './robust.ts';
import type { Scale } from './scale.ts';

/** What a series usually is, on the scale of its unit. */
export type Reference = Readonly<{
  centre: number;
  /** Variance of `centre`. */
  centreVariance: number;
  /** Variance between nights, without what comes from the number of samples. */
  nightVariance: number;
  /** The same, of the nights by themselves: how much longer their upward tail is, is not in it. */
  ownVariance: number;
  freedom: number;
  /** Only one night in twenty was above it. */
  high: number;
  /** Only one in twenty was below it. */
  low: number;
}>;

/** Nights from which on a deviation says something. */
export const fewestNights = 7;
const fewestOfAWeek = 5;

/** Share of nights that are wild by themselves. */
const wild = 0.05;

/** Share of the plain deviation's degrees of freedom that the robust one has. */
const efficiency = 0.82;

/** What the nights of a month usually are, in the order of time; null where there are too few. */
export const monthReference = (scale: Scale, month: readonly Point[]): Reference | null =>
  month.length < fewestNights
    ? null
    : reference(scale, {
        nights: month,
        scatter: month,
        deviation: robustDeviation(month.map(scale.scaled)),
      });

/** A month whose nights scatter so much more than neighbours differ has more than one level. */
const severalLevels = 1.5;

/**
 * What the nights of a week usually are. They are too few to show how far nights scatter: that is taken from the whole
 * month; where it has more than one level, from how far its neighbours differ, which a new level makes no larger.
 */
export const weekReference = (
  scale: Scale,
  week: readonly Point[],
  month: readonly Point[],
): Reference | null => {
  if (month.length < fewestNights || week.length < fewestOfAWeek) return null;
  const values = month.map(scale.scaled);
  const steps = values.slice(1).map((value, place) => value - (values[place] ?? value));

  const [ofSteps, ofAll] = [robustDeviation(steps) / Math.SQRT2, robustDeviation(values)];
  const deviation = ofAll > severalLevels * ofSteps ? ofSteps : Math.max(ofSteps, ofAll);

  return reference(scale, { nights: week, scatter: month, deviation });
};

/** Latencies have a long tail upwards, and weekends a level of their own: the worse side counts. */
const reference = (
  scale: Scale,
  {
    nights,
    scatter,
    deviation,
  }: Readonly<{ nights: readonly Point[]; scatter: readonly Point[]; deviation: number }>,
): Reference => {
  const { scaled, samplingVariance, leastDeviation } = scale;
  const values = nights.map(scaled).toSorted((one, other) => one - other);
  const centre = robustCentre(values);
  const sampling = median(scatter.map(({ samples }) => samplingVariance(samples)));
  const nightVariance = Math.max(
    leastDeviation ** 2,
    Math.max(deviation, upwardDeviation(values)) ** 2 - sampling,
  );
  const ownVariance = Math.max(leastDeviation ** 2, deviation ** 2 - sampling);
  const beyond = Math.floor(wild * values.length);

  return {
    centre,
    centreVariance: (nightVariance + sampling) / values.length,
    nightVariance,
    ownVariance,
    freedom: efficiency * (scatter.length - 1),
    high: values.at(-1 - beyond) ?? centre,
    low: values.at(beyond) ?? centre,
  };
};
