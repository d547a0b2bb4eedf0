import { isLoopback } from '../../../client/loopback.ts';
import type { Finding } from '../finding.ts';
import type { SubscriptionFacts } from '../snapshot.ts';
import { aboutSubscription, type Rule } from './rule.ts';

export const disabled: Rule = ({ subscriptions }) =>
  subscriptions
    .filter(({ enabled }) => !enabled)
    .map((subscription) => ({
      id: 'subscription.disabled',
      severity: 'info',
      subject: aboutSubscription(subscription),
      what: `It is switched off, and holds a place on ${subscription.triggerId}.`,
      impact: 'no real event reaches it',
      advice: 'Switch it on, or remove it where nobody misses it.',
    }));

/** Subscribers that cannot be reached from a tenant, or whose events travel in clear. */
export const urls: Rule = ({ subscriptions }) =>
  subscriptions.flatMap((subscription) => {
    const { http, enabled } = subscription;
    if (http === null) return [];
    const base = {
      severity: enabled ? ('warning' as const) : ('info' as const),
      subject: aboutSubscription(subscription),
    };
    if (isLoopback(http.host) || http.host === '0.0.0.0')
      return [
        {
          ...base,
          id: 'subscription.loopback-url',
          what: `It sends to ${http.url}: seen from the tenant, that is the tenant itself.`,
          impact: 'its events reach nobody',
          advice: 'Give it an address that the tenant can reach.',
        },
      ];

    return http.scheme === 'http:'
      ? [
          {
            ...base,
            id: 'subscription.http-url',
            what: `It sends to ${http.url}, unencrypted.`,
            impact: "people's data and the credentials of the subscriber can be read on the way",
            advice: 'Serve it by https and change the URL.',
          },
        ]
      : [];
  });

/**
 * Subscriptions that send the events of one trigger to a URL that another one of it sends to. The first of them is the
 * one with the least id: a tenant may list equal ones in another order each night.
 */
export const duplicates: Rule = ({ subscriptions }) => {
  const groups = new Map<string, SubscriptionFacts[]>();
  for (const subscription of subscriptions) {
    if (subscription.http === null) continue;
    const key = `${subscription.triggerId} ${subscription.http.urlKey}`;
    groups.set(key, [...(groups.get(key) ?? []), subscription]);
  }

  return [...groups.values()].flatMap((group) => {
    const [first, ...others] = group.toSorted((one, other) => (one.id < other.id ? -1 : 1));

    return first === undefined ? [] : others.map((other) => duplicateOf(first, other));
  });
};

const duplicateOf = (first: SubscriptionFacts, other: SubscriptionFacts): Finding => ({
  id: 'subscription.duplicate',
  severity: 'info',
  subject: aboutSubscription(other),
  what: `It sends ${other.triggerId} to the same URL as "${first.name}" (${first.id}), with ${other.filter === first.filter ? 'the same' : 'another'} filter.`,
  impact: 'events may arrive twice, and a place of the trigger is used twice',
  advice: 'Keep one of the two, with a filter that covers both.',
});
