import { answerLimitMs } from '../../../dispatch/deadline.ts';
import { parseDuration } from '../../../dispatch/duration.ts';
import { counted } from '../../text.ts';
import type { Finding } from '../finding.ts';
import type { Snapshot, SubscriptionFacts } from '../snapshot.ts';
import { agoText, dateText, percent } from '../words.ts';
import { aboutSubscription, type Rule, type Served, served, type Thresholds } from './rule.ts';

/** Invocations that are in flight though their response deadline is over: they should have ended as failed. */
export const overdue: Rule = (snapshot) => served(snapshot).flatMap((each) => overdueOf(each, snapshot));

/** Clocks differ, and a tenant may take a while to notice; in ms. */
const grace = 300_000;

const overdueOf = (
  { subscription, deciding, invocations }: Served,
  { taken }: Snapshot,
): readonly Finding[] => {
  const deadline = parseDuration(subscription.responseDeadline);
  if (!deadline.ok) return [];
  const now = Date.parse(taken);
  const late = invocations.filter(
    ({ outcome, created }) => outcome === 'open' && created > 0 && created + deadline.ms + grace < now,
  );
  const oldest = late.reduce((least, { created }) => Math.min(least, created), now);

  return late.length === 0
    ? []
    : [
        {
          id: 'invocations.overdue',
          severity: 'warning',
          subject: aboutSubscription(subscription),
          what: `${counted(late.length, 'invocation')} open past the response deadline of ${subscription.responseDeadline}, the oldest since ${dateText(oldest)}`,
          impact: deciding
            ? 'access requests wait and nobody answers them'
            : 'it is not known whether they arrived',
          advice: overdueAdvice(subscription),
        },
      ];
};

const overdueAdvice = ({ http }: SubscriptionFacts): string =>
  http && http.dispatchMode !== 'SYNC'
    ? `${http.host} acknowledged and never completed: does its platform end it before its completion has gone out?`
    : 'The tenant has to end them as failed: report it with the ids of the invocations.';

/** How near the subscriber comes to its deadline, before anything fails. */
export const deadlineUse: Rule = (snapshot, thresholds) =>
  served(snapshot).flatMap((each) => deadlineUseOf(each, snapshot, thresholds));

const deadlineUseOf = (
  { subscription, deciding, invocations }: Served,
  { coverage }: Snapshot,
  { deadlineShare }: Thresholds,
): readonly Finding[] => {
  const limit = limitOf(subscription, deciding);
  if (limit === undefined) return [];
  const used = invocations
    .filter(({ outcome, created }) => outcome === 'succeeded' && created >= coverage.since)
    .map(({ created, completed }) => (completed ?? created) - created)
    .toSorted((one, other) => one - other);
  const slowest = used.at(-1);
  const high = used[Math.ceil(used.length * 0.95) - 1];
  if (slowest === undefined || high === undefined || high < deadlineShare * limit.ms) return [];

  return [
    {
      id: 'invocations.near-deadline',
      severity: 'warning',
      subject: aboutSubscription(subscription),
      what: `${measured(used.length)} took ${agoText(high)}, ${percent(high / limit.ms)} of ${limit.words}; the slowest ${agoText(slowest)}`,
      impact: deciding ? 'a little slower, and access requests fail' : 'a little slower, and events are lost',
      advice: `Speed up ${subscription.http?.host ?? 'the subscriber'}, or give the subscription a longer responseDeadline.`,
    },
  ];
};

/** A quantile of few is no quantile: of fewer than 20, the slowest is the 95th percentile. */
const measured = (count: number): string =>
  count < 20 ? `The slowest of ${counted(count, 'invocation')}` : `p95 of ${count} invocations`;

/** A SYNC answer is due in 10 s, whatever the subscription says; all else by its response deadline. */
const limitOf = (
  { http, responseDeadline }: SubscriptionFacts,
  deciding: boolean,
): Readonly<{ ms: number; words: string }> | undefined => {
  if (deciding && http?.dispatchMode === 'SYNC')
    return { ms: answerLimitMs, words: 'the 10 s for an answer' };
  const deadline = parseDuration(responseDeadline);

  return deadline.ok && deadline.ms > 0
    ? { ms: deadline.ms, words: `the response deadline of ${responseDeadline}` }
    : undefined;
};
