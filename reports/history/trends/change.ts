import { beyond } from './beyond.ts';
import { daysBetween, type Point } from './point.ts';
import { monthReference, type Reference, weekReference } from './reference.ts';
import { median } from './robust.ts';
import { type Scale, scaleOf } from './scale.ts';
import { monthBefore } from './tail.ts';
import { type Unit, units } from './units.ts';

/** A level that two nights in a row have left by more than noise explains. */
export type Change = Readonly<{
  to: 'more' | 'less';
  /** The first night of the new level, ISO 8601 UTC. */
  since: string;
  /** What it usually was before, and what it is now, in the unit of the series. */
  from: number;
  level: number;
  /** What it was compared with. */
  against: 'week' | 'month';
}>;

export type ChangeOptions = Readonly<{
  unit: Unit;
  /** How many series are tested in a night. */
  series: number;
  /** How many deviations of its own a night must be off, as the tails of all series show it (`tailOf`). */
  tail?: number;
  /** Since when this series is known to be more than before. */
  known?: string | undefined;
}>;

/** How far two nights may lie apart to be neighbours, in days. */
const mostApart = 4;

/**
 * Whether the last two nights lie beyond what the month or the week before them explains. Two, because one bad night is
 * no trend. Points are in the order of time, the last is tonight's. A change that is known is compared with the nights
 * before it: it lasts until two nights in a row lie nearer to those than to what came after, and is what is usual once
 * the month holds too few of them.
 */
export const changeOf = (
  points: readonly Point[],
  { unit, series, tail = 0, known }: ChangeOptions,
): Change | null => {
  const [last, tonight] = points.slice(-2);
  if (!last || !tonight || daysBetween(last.taken, tonight.taken) > mostApart) return null;
  const recent = [last, tonight];
  const since = known ?? last.taken;
  const month = monthBefore(points, known);
  const week = month.filter(({ taken }) => daysBetween(taken, since) <= 7.5);
  const scale = scaleOf(unit, month);
  const usual = monthReference(scale, month);

  if (known !== undefined) {
    const after = points.filter(({ taken }) => taken >= known);
    const lasts = usual !== null && isNearer(usual, { scale, after, recent });

    return lasts
      ? { to: 'more', since, from: levelOf(month), level: levelOf(recent), against: 'month' }
      : null;
  }
  const references = [
    { against: 'month', nights: month, reference: usual },
    { against: 'week', nights: week, reference: weekReference(scale, week, month) },
  ] as const;
  for (const { against, nights, reference } of references) {
    const [from, level] = [levelOf(nights), levelOf(recent)];
    if (reference === null || !units[unit].matters(from, level)) continue;
    const to = beyond(reference, { scale, recent, series, tail });
    if (to !== null) return { to, since, from, level, against };
  }

  return null;
};

/** Whether one of the last nights lies nearer to the level after a change than to that before it. */
const isNearer = (
  { centre }: Reference,
  { scale, after, recent }: Readonly<{ scale: Scale; after: readonly Point[]; recent: readonly Point[] }>,
): boolean => {
  const { scaled } = scale;
  const shift = median(after.map(scaled)) - centre;

  return shift > 0 && recent.some((night) => scaled(night) - centre > shift / 2);
};

const levelOf = (nights: readonly Point[]): number => median(nights.map(({ value }) => value));
