import type { Point } from './point.ts';
import { median, robustCentre, robustDeviation, upwardDeviation } from './robust.ts';

/** Nights of a weekday from which on they have a level of their own. */
const fewestOfADay = 3;
/** A level of a weekday that is made of few nights is drawn to that of all, as if by so many more nights. */
const drawn = 1;
/** Nights without their weekdays must be so much more alike, as a share of their deviation. */
const worthIt = 0.7;

/** What a night of each weekday lies above the others, 0 for Sunday; none where weekdays do not matter. */
export type Weekdays = ReadonlyMap<number, number>;

/** How far the weekdays of a month differ, if that explains much of how its nights differ. */
export const weekdaysOf = (month: readonly Point[], scaled: (point: Point) => number): Weekdays => {
  const values = month.map(scaled);
  const centre = robustCentre(values);
  const levels = new Map(
    Array.from({ length: 7 }, (_, day) => {
      const own = month.filter(({ taken }) => weekday(taken) === day).map(scaled);
      const level =
        own.length < fewestOfADay ? 0 : (median(own) - centre) * (own.length / (own.length + drawn));
      return [day, level] as const;
    }),
  );
  const left = month.map((point) => scaled(point) - offsetOf(levels, point));

  return deviation(left) < worthIt * deviation(values) ? levels : new Map();
};

const deviation = (values: readonly number[]): number =>
  Math.max(robustDeviation(values), upwardDeviation(values));

export const offsetOf = (weekdays: Weekdays, { taken }: Point): number => weekdays.get(weekday(taken)) ?? 0;

const weekday = (taken: string): number => new Date(taken).getUTCDay();
