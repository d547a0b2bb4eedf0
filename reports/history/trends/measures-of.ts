import { sortedQuantile } from '../../capacity/statistics/sample.ts';
import { grouped } from '../../grouped.ts';
import type { Subject } from '../../health/finding.ts';
import type { InvocationFacts, Snapshot, SubscriptionFacts } from '../../health/snapshot.ts';
import type { Measure } from '../night.ts';

/** Of fewer, a share or a median says nothing, and they are not kept. */
const fewest = 5;
/** A p95 of fewer is the slowest. */
const fewestForP95 = 20;

/** What a night measures. Invocations count that were created since both outcomes are listed. */
export const measuresOf = (snapshot: Snapshot): readonly Measure[] => [
  ...ofSubscriptions(snapshot),
  ...ofApi(snapshot),
  ...ofTriggers(snapshot),
];

const ofSubscriptions = ({ subscriptions, invocations, coverage }: Snapshot): readonly Measure[] => {
  const ended = grouped(
    invocations.filter(({ outcome, created }) => outcome !== 'open' && created >= coverage.since),
    ({ subscriptionId }) => subscriptionId,
  );

  return subscriptions.flatMap((subscription) =>
    ofSubscription(subscription, ended.get(subscription.id) ?? []),
  );
};

const ofSubscription = (
  { id, name, triggerId }: SubscriptionFacts,
  ended: readonly InvocationFacts[],
): readonly Measure[] => {
  const subject: Subject = { kind: 'subscription', id, name, triggerId };
  const times = ended.flatMap(({ outcome, created, completed }) =>
    outcome === 'succeeded' && completed !== null ? [completed - created] : [],
  );
  const failed = ended.length - ended.filter(({ outcome }) => outcome === 'succeeded').length;

  return [
    ...share('invocations.failed-share', subject, failed, ended.length),
    ...quantile('invocations.median-time', subject, { times, probability: 0.5, least: fewest }),
    ...quantile('invocations.p95-time', subject, { times, probability: 0.95, least: fewestForP95 }),
  ];
};

const ofApi = ({ exchanges, host }: Snapshot): readonly Measure[] => {
  const subject: Subject = { kind: 'api', id: 'api', name: host };
  const refused = exchanges.filter(({ status }) => status === 0 || status === 429 || status >= 500);
  const times = exchanges.filter((each) => !refused.includes(each)).map(({ milliseconds }) => milliseconds);

  return [
    ...share('api.refused-share', subject, refused.length, exchanges.length),
    ...quantile('api.median-latency', subject, { times, probability: 0.5, least: 3 }),
  ];
};

/** How many listen: what a night needs to know that somebody once did. */
const ofTriggers = ({ subscriptions, triggers }: Snapshot): readonly Measure[] => {
  const counts = grouped(subscriptions, ({ triggerId }) => triggerId);

  return triggers.flatMap(({ id, name }): Measure[] => {
    const count = counts.get(id)?.length ?? 0;
    const subject: Subject = { kind: 'trigger', id, name };

    return count === 0 ? [] : [{ name: 'trigger.subscriptions', subject, value: count, samples: 1 }];
  });
};

const share = (name: Measure['name'], subject: Subject, hits: number, samples: number): readonly Measure[] =>
  samples < fewest ? [] : [{ name, subject, value: hits / samples, samples }];

const quantile = (
  name: Measure['name'],
  subject: Subject,
  { times, probability, least }: Readonly<{ times: readonly number[]; probability: number; least: number }>,
): readonly Measure[] => {
  const value = sortedQuantile(
    times.toSorted((one, other) => one - other),
    probability,
  );

  return times.length < least ? [] : [{ name, subject, value, samples: times.length }];
};
