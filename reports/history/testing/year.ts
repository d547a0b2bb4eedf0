import { seededRandom } from '../../capacity/statistics/random.ts';
import type { Subject } from '../../health/finding.ts';
import type { Night } from '../night.ts';
import { writeNight } from '../store/write-night.ts';
import { keptOf, measureOf, nightOf } from './samples.ts';

type Nights = Readonly<{
  /** `s0` and the next of them, three measures a night each. */
  subscriptions: number;
  nights: number;
  /** ISO 8601 UTC, of the last night. */
  last?: string;
}>;

/** Writes seeded nights of a tenant, as runs would have left them. */
export const writeNights = async (
  folder: string,
  { subscriptions, nights, last = new Date().toISOString() }: Nights,
): Promise<void> => {
  const random = seededRandom(11);
  const subjects = Array.from(
    { length: subscriptions },
    (_, place): Subject => ({
      kind: 'subscription',
      id: `s${place}`,
      name: `Subscription ${place}`,
      triggerId: `idn:trigger-${place % 20}`,
    }),
  );
  for (let before = nights; before > 0; before -= 1) {
    const taken = new Date(Date.parse(last) - before * 86_400_000).toISOString();
    await writeNight(folder, nightWith(taken, { subjects, random }));
  }
};

const nightWith = (
  taken: string,
  { subjects, random }: Readonly<{ subjects: readonly Subject[]; random: () => number }>,
): Night =>
  nightOf(0, {
    taken,
    findings: subjects.slice(0, 10).map((subject) => keptOf(taken, { subject })),
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
