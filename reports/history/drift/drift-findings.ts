import type { Finding } from '../../health/finding.ts';
import type { Item } from '../night.ts';
import type { Series } from '../store/history.ts';
import { daysBetween } from '../trends/point.ts';
import { lostPlaces } from './items.ts';

/** Filters that read what the schema of their trigger has lost. */
export const lostFieldFindings = (items: readonly Item[]): readonly Finding[] =>
  items.flatMap((item) => {
    const lost = lostPlaces(item);
    const { subject, facts } = item;

    return lost.length === 0
      ? []
      : [
          {
            id: 'filter.lost-field',
            severity: 'error' as const,
            subject,
            what: `The schema of ${subject.triggerId} has lost ${lost.join(', ')}, which the filter ${facts.filter} reads.`,
            impact:
              'what is absent matches nothing, or everything: events are lost without a word, or flood in',
            advice: `npx isc-triggers filter explain '${facts.filter}' --trigger ${subject.triggerId}`,
          },
        ];
  });

/** Triggers that somebody listened to within the month, and nobody does tonight. */
export const unheardFindings = (
  items: readonly Item[],
  { taken, series }: Readonly<{ taken: string; series: readonly Series[] }>,
): readonly Finding[] => {
  const heard = new Set(
    items.flatMap(({ subject }) => (subject.kind === 'subscription' ? (subject.triggerId ?? []) : [])),
  );

  return series.flatMap(({ name, subject, points }) => {
    const last = points.findLast((point) => daysBetween(point.taken, taken) <= 30.5);
    const isThere = items.some((item) => item.subject.kind === 'trigger' && item.subject.id === subject.id);
    if (name !== 'trigger.subscriptions' || !last || !isThere || heard.has(subject.id)) return [];

    return [
      {
        id: 'trigger.unheard',
        severity: 'warning' as const,
        subject,
        what: `Nobody listens to it any more; ${last.value === 1 ? 'its one subscription was' : `its ${last.value} subscriptions were`} last there on ${last.taken.slice(0, 10)}.`,
        impact: 'its events reach nobody, and are not sent again',
        advice: 'If that is meant, acknowledge it; else make the subscription again.',
      },
    ];
  });
};
