import { seededRandom } from '../../capacity/statistics/random.ts';
import type { Subject } from '../../health/finding.ts';
import type { Night } from '../night.ts';
import { writeNight } from '../store/write-night.ts';
import { keptOf, measureOf, nightAt, nightOf } from './samples.ts';

/** Writes a seeded year of nights of a tenant with so many subscriptions, as runs would have left it. */
export const writeYear = async (folder: string, subscriptions: number): Promise<void> => {
  const random = seededRandom(11);
  const subjects = Array.from(
    { length: subscriptions },
    (_, place): Subject => ({
      kind: 'subscription',
      id: `subscription-${place}`,
      name: `Subscription ${place}`,
      triggerId: `idn:trigger-${place % 20}`,
    }),
  );
  for (let day = 0; day < 365; day += 1) await writeNight(folder, nightWith(day, subjects, random));
};

const nightWith = (day: number, subjects: readonly Subject[], random: () => number): Night =>
  nightOf(day, {
    findings: subjects.slice(0, 10).map((subject) => keptOf(nightAt(Math.max(0, day - 5)), { subject })),
    measures: subjects.flatMap((subject) => [
      measureOf({ subject, value: random() / 50 }),
      measureOf({ subject, name: 'invocations.median-time', value: 200 + 50 * random() }),
      measureOf({ subject, name: 'invocations.p95-time', value: 900 + 300 * random() }),
    ]),
    items: subjects.map((subject) => ({
      subject: { ...subject, kind: 'subscription' },
      facts: { name: subject.name, enabled: 'true', filter: '$.changes[?(@.attribute == "department")]' },
    })),
  });
