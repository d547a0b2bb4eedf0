import type { Point } from './point.ts';
import { type Unit, units } from './units.ts';
import { offsetOf, weekdaysOf } from './weekdays.ts';

/** Where the nights of one series are compared: in the scale of its unit, without what their weekdays explain. */
export type Scale = Readonly<{
  scaled: (point: Point) => number;
  samplingVariance: (samples: number) => number;
  leastDeviation: number;
}>;

/** The scale of a series, as the nights of a month show it. */
export const scaleOf = (unit: Unit, month: readonly Point[]): Scale => {
  const { scaled, samplingVariance, leastDeviation } = units[unit];
  const weekdays = weekdaysOf(month, scaled);

  return {
    scaled: (point) => scaled(point) - offsetOf(weekdays, point),
    samplingVariance,
    leastDeviation,
  };
};
