import { exponential, gaussian, type Random } from '../../capacity/statistics/random.ts';
import type { Point } from '../trends/point.ts';
import type { Unit } from '../trends/units.ts';
import { nightAt } from './samples.ts';

/** One series of nights whose level is known. `factor` multiplies it, 1 where nothing changes. */
export type Noise = Readonly<{
  name: string;
  unit: Unit;
  /** Begins a series; what it gives is asked night by night. */
  start: () => (random: Random, day: number, factor: number) => Pick<Point, 'value' | 'samples'>;
}>;

type Failures = Readonly<{
  share: number;
  /** A night. */
  invocations: number;
  /** How alike the fates within a night are: each night has a share of its own (beta-binomial). */
  alike?: number;
  /** What the share is multiplied by on two days of the week. */
  weekend?: number;
  /** How many of the invocations come on those days. */
  weekendVolume?: number;
}>;

export const failures = (
  name: string,
  { share, invocations, alike = 0, weekend = 1, weekendVolume = 1 }: Failures,
): Noise => ({
  name,
  unit: 'share',
  start: () => (random, day, factor) => {
    const samples = Math.round(invocations * (isWeekend(day) ? weekendVolume : 1));
    const level = Math.min(0.9, share * factor * (isWeekend(day) ? weekend : 1));
    const own = alike === 0 ? level : beta(random, level * (1 / alike - 1), (1 - level) * (1 / alike - 1));

    return { samples, value: binomial(random, samples, own) / samples };
  },
});

type Times = Readonly<{
  milliseconds: number;
  /** Deviation of the logarithm from night to night. */
  deviation: number;
  /** `heavy`: Student's with 3 degrees of freedom; `skewed`: exponential, so that slow nights are far slower. */
  shape?: 'normal' | 'heavy' | 'skewed';
  weekend?: number;
  /** Correlation of a night with the next. */
  memory?: number;
}>;

export const times = (
  name: string,
  { milliseconds, deviation, shape = 'normal', weekend = 1, memory = 0 }: Times,
): Noise => ({
  name,
  unit: 'milliseconds',
  start: () => {
    let off = 0;

    return (random, day, factor) => {
      off = memory * off + Math.sqrt(1 - memory ** 2) * deviation * shapes[shape](random);

      return {
        samples: 400,
        value: milliseconds * factor * (isWeekend(day) ? weekend : 1) * Math.exp(off),
      };
    };
  },
});

/** A history that ends on a day: each night is missing in one of twenty cases, but for the last `always`. */
export const simulated = (
  { start }: Noise,
  {
    random,
    nights,
    always = 0,
    factor = 1,
  }: Readonly<{ random: Random; nights: number; always?: number; factor?: number }>,
): readonly Point[] => {
  const night = start();

  return Array.from({ length: nights }, (_, day) => {
    const isLate = day >= nights - always;
    const point = { taken: nightAt(day), ...night(random, day, isLate ? factor : 1) };

    return isLate || random() >= 0.05 ? [point] : [];
  }).flat();
};

const isWeekend = (day: number): boolean => day % 7 < 2;

const shapes: Readonly<Record<'normal' | 'heavy' | 'skewed', (random: Random) => number>> = {
  normal: gaussian,
  heavy: (random) => gaussian(random) / Math.sqrt(gamma(random, 1.5) / 1.5),
  skewed: (random) => exponential(random) - 1,
};

const binomial = (random: Random, trials: number, share: number): number => {
  let hits = 0;
  for (let trial = 0; trial < trials; trial += 1) if (random() < share) hits += 1;

  return hits;
};

const beta = (random: Random, one: number, other: number): number => {
  const [first, second] = [gamma(random, one), gamma(random, other)];

  return first / (first + second);
};

/** Marsaglia and Tsang, A Simple Method for Generating Gamma Variables, 2000. */
const gamma = (random: Random, shape: number): number => {
  if (shape < 1) return gamma(random, shape + 1) * random() ** (1 / shape);
  const reach = shape - 1 / 3;
  for (;;) {
    const normal = gaussian(random);
    const cube = (1 + normal / Math.sqrt(9 * reach)) ** 3;
    if (cube > 0 && -exponential(random) < normal ** 2 / 2 + reach * (1 - cube + Math.log(cube)))
      return reach * cube;
  }
};
