import { fingerprintOf, type Subject } from '../../health/finding.ts';
import type { KeptFinding } from '../night.ts';
import type { BegunFinding } from '../states.ts';
import type { Change } from './change.ts';
import { type MeasureName, measures } from './measures.ts';
import type { Trend } from './trends-of.ts';

/** A series that became worse is a finding; one that became better is told among the trends alone. */
export const trendFindings = (trends: readonly Trend[]): readonly BegunFinding[] =>
  trends.flatMap(({ measure, title, unit, subject, change, samples }) =>
    change?.to !== 'more'
      ? []
      : [
          {
            id: idOf(measure),
            severity: 'warning',
            subject,
            what:
              `The ${title} is ${amount(change.level, unit)}, of ${samples} tonight, and was ${amount(change.from, unit)} ` +
              `in the ${change.against} before ${change.since.slice(0, 10)}: more than nights differ by chance.`,
            impact: measures[measure].impact,
            advice: adviceOf(subject, change),
            began: change.since,
          } as const,
        ],
  );

/** Since when a series is known to be worse: the first night of its new level. */
export const knownChange =
  (standing: ReadonlyMap<string, KeptFinding>) =>
  (measure: MeasureName, subject: Subject): string | undefined =>
    standing.get(fingerprintOf({ id: idOf(measure), subject }))?.since;

const idOf = (measure: MeasureName): string => `trend.${measure}`;

/** `1.2 %`, `240 ms`, `3.4 s`. */
export const amount = (value: number, unit: 'share' | 'milliseconds'): string => {
  if (unit === 'share') return `${(value * 100).toFixed(1)} %`;

  return value < 1000 ? `${value.toFixed(0)} ms` : `${(value / 1000).toFixed(1)} s`;
};

const adviceOf = (subject: Subject, { since }: Change): string =>
  subject.kind === 'api'
    ? `Compare with the vendor's status page since ${since.slice(0, 10)}.`
    : `Look for what was changed at its subscriber about ${since.slice(0, 10)}.`;
