import { grouped } from '../grouped.ts';
import type { Severity } from '../health/finding.ts';
import type { HealthReport, HealthVerdict } from '../health/health-report.ts';
import type { NightHead } from './night.ts';

/** One day of the calendar: what its last run said. */
export type CalendarDay = Readonly<{
  /** `2026-01-31`, UTC. */
  day: string;
  /** `none` where nothing ran. */
  verdict: HealthVerdict | 'none';
  errors: number;
  warnings: number;
}>;

type Standing = Readonly<{ taken: string; severity: Severity }>;

const days = 30;

/** The 30 days up to a night, oldest first, as the nights before it left them; nights are in the order of time. */
export const calendarOf = (
  taken: string,
  nights: readonly NightHead[],
  findings: readonly Standing[],
): readonly CalendarDay[] => {
  const byNight = grouped(findings, (finding) => finding.taken);
  const byDay = new Map(nights.map((night) => [night.taken.slice(0, 10), night]));

  return Array.from({ length: days }, (_, place) => {
    const day = new Date(Date.parse(taken) - (days - 1 - place) * 86_400_000).toISOString().slice(0, 10);
    const night = byDay.get(day);

    return {
      day,
      verdict: night?.verdict ?? 'none',
      ...counts(night === undefined ? [] : (byNight.get(night.taken) ?? [])),
    };
  });
};

/** The calendar with tonight as its last day. */
export const withTonight = (
  calendar: readonly CalendarDay[],
  { verdict, findings }: Pick<HealthReport, 'verdict' | 'findings'>,
): readonly CalendarDay[] =>
  calendar.map((day, place) =>
    place < calendar.length - 1
      ? day
      : { ...day, verdict, ...counts(findings.filter(({ state }) => state !== 'resolved')) },
  );

const counts = (findings: readonly Readonly<{ severity: Severity }>[]) => ({
  errors: findings.filter(({ severity }) => severity === 'error').length,
  warnings: findings.filter(({ severity }) => severity === 'warning').length,
});
