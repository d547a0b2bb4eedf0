import type { Subject } from '../../health/finding.ts';
import type { Measure } from '../night.ts';
import type { Series } from '../store/history.ts';
import { type Change, changeOf } from './change.ts';
import { type MeasureName, measures } from './measures.ts';
import { daysBetween, type Point } from './point.ts';
import { median } from './robust.ts';
import { tailsOf } from './tail.ts';

/** One series beside what it was in the week and the month before. */
export type Trend = Readonly<{
  measure: MeasureName;
  title: string;
  unit: 'share' | 'milliseconds';
  subject: Subject;
  value: number;
  samples: number;
  week: Usual | null;
  month: Usual | null;
  change: Change | null;
  /** All nights of the month and tonight, oldest first; `week` and `month` end where a change began. */
  nights: readonly Point[];
}>;

/** The middle of some nights and what nine in ten of them lay between. */
export type Usual = Readonly<{ median: number; low: number; high: number; nights: number }>;

export type Tonight = Readonly<{
  /** ISO 8601 UTC. */
  taken: string;
  measures: readonly Measure[];
  /** Since when a series is known to be more than before; undefined where it is not. */
  known: (name: MeasureName, subject: Subject) => string | undefined;
}>;

/** All series of tonight that earlier nights have, those that changed first. */
export const trendsOf = (
  { taken, measures: tonight, known }: Tonight,
  history: readonly Series[],
): readonly Trend[] => {
  const earlier = new Map(history.map(({ name, subject, points }) => [keyOf(name, subject), points]));
  const tested = tonight.flatMap((measure) => {
    const { unit, title } = measures[measure.name];
    const before = earlier.get(keyOf(measure.name, measure.subject)) ?? [];

    const points = [...before, { taken, value: measure.value, samples: measure.samples }];

    return unit === 'count' || before.length === 0
      ? []
      : [{ ...measure, unit, title, before, points, known: known(measure.name, measure.subject) }];
  });
  const tails = tailsOf(tested);

  return tested
    .map(({ name, unit, title, subject, value, samples, before, points, known }): Trend => {
      const change = changeOf(points, { unit, series: tested.length, tail: tails[unit], known });
      const month = before.filter((point) => daysBetween(point.taken, taken) <= 30.5);
      const usually = month.filter((point) => point.taken < (change?.since ?? taken));
      const week = usually.filter((point) => daysBetween(point.taken, taken) <= 7.5);

      return {
        measure: name,
        title,
        unit,
        subject,
        value,
        samples,
        week: usual(week),
        month: usual(usually),
        change,
        nights: [...month, { taken, value, samples }],
      };
    })
    .toSorted((one, other) => Number(other.change !== null) - Number(one.change !== null));
};

export const keyOf = (name: MeasureName, { kind, id }: Subject): string => JSON.stringify([name, kind, id]);

const usual = (nights: readonly Point[]): Usual | null => {
  const values = nights.map(({ value }) => value).toSorted((one, other) => one - other);
  const beyond = Math.floor(values.length / 20);
  const [low, high] = [values[beyond], values.at(-1 - beyond)];

  return low === undefined || high === undefined
    ? null
    : { median: median(values), low, high, nights: values.length };
};
