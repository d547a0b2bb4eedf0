import { mean } from '../../capacity/statistics/sample.ts';
import { studentQuantile } from '../../capacity/statistics/student.ts';
import type { Point } from './point.ts';
import type { Reference } from './reference.ts';
import type { Scale } from './scale.ts';

/** One wrong alarm in so many nights, over all series of a tenant. */
const nightsToAFalseAlarm = 200;
/** A week and a month are compared with. */
const references = 2;
/** What each night by itself must be beyond: one night in fifty is. */
const chanceOfANight = 0.02;

type Recent = Readonly<{
  scale: Scale;
  recent: readonly Point[];
  series: number;
  /** How many deviations of its own a night must be off, as the tails of all series show it; 0 where it is not known. */
  tail: number;
}>;

/**
 * On which side of a reference nights lie, if chance does not put them there. Three things must hold: their mean is
 * farther off than it is by chance in one of all the comparisons of two hundred nights; each night by itself is far off,
 * so that no single wild night makes a trend; and each lies beyond all but the wildest nights of the reference, so that
 * a level that comes each weekend is no news.
 */
export const beyond = (
  reference: Reference,
  { scale, recent, series, tail }: Recent,
): 'more' | 'less' | null => {
  const { scaled, samplingVariance } = scale;
  const { centre, centreVariance, nightVariance, ownVariance, freedom } = reference;
  const far = studentQuantile(1 - 1 / (nightsToAFalseAlarm * series * references), freedom);
  const unusual = studentQuantile(1 - chanceOfANight, freedom);
  const nights = recent.map((point) => {
    const sampling = samplingVariance(point.samples);
    const variance = nightVariance + sampling;
    const apart = Math.max(
      unusual * Math.sqrt(variance + centreVariance),
      tail * Math.sqrt(ownVariance + sampling + centreVariance),
    );

    return { value: scaled(point), variance, apart };
  });
  const shift = mean(nights.map(({ value }) => value)) - centre;
  const variance = mean(nights.map((night) => night.variance)) / nights.length + centreVariance;
  const isBeyond = (sign: 1 | -1): boolean =>
    sign * shift > far * Math.sqrt(variance) &&
    nights.every(
      (night) =>
        sign * (night.value - centre) > night.apart &&
        sign * (night.value - (sign > 0 ? reference.high : reference.low)) > 0,
    );

  if (isBeyond(1)) return 'more';
  return isBeyond(-1) ? 'less' : null;
};
