import { counted } from '../../text.ts';
import type { Finding } from '../finding.ts';
import type { InvocationFacts, Snapshot, SubscriptionFacts } from '../snapshot.ts';
import { agoText, clockText, percent } from '../words.ts';
import { aboutSubscription, type Rule, type Served, served, type Thresholds } from './rule.ts';

/**
 * Invocations that failed, as a share of all that ended. Both outcomes are taken from the same hours by `created`:
 * failed ones are listed twice as long, and would weigh twice as much.
 */
export const failing: Rule = (snapshot, thresholds) =>
  served(snapshot).flatMap((each) => failingOf(each, snapshot, thresholds));

const failingOf = (
  { subscription, deciding, invocations }: Served,
  { coverage, taken }: Snapshot,
  { failingShare }: Thresholds,
): readonly Finding[] => {
  const ended = invocations.filter(({ outcome, created }) => outcome !== 'open' && created >= coverage.since);
  const failed = ended.filter(({ outcome }) => outcome === 'failed');
  if (failed.length === 0) return [];
  const hours = agoText(Date.parse(taken) - coverage.since);

  return [
    {
      id: 'invocations.failing',
      severity: subscription.enabled && failed.length / ended.length >= failingShare ? 'error' : 'warning',
      subject: aboutSubscription(subscription),
      what: [
        countText(ended, failed, hours),
        reasonsText(failed),
        ...(failed.every(({ type }) => type === 'TEST') ? ['test events only'] : []),
        ...(coverage.truncated ? ['the list is cut off at 2000 invocations'] : []),
      ].join('; '),
      impact: impactOf(subscription, deciding),
      advice: adviceOf(subscription, failed),
    },
  ];
};

/** `9 of the 31 invocations since 01:52 UTC failed (29 %), of the 96 before none` */
const countText = (
  ended: readonly InvocationFacts[],
  failed: readonly InvocationFacts[],
  hours: string,
): string => {
  const first = failed.reduce((least, { created }) => Math.min(least, created), Number.POSITIVE_INFINITY);
  const since = ended.filter(({ created }) => created >= first);
  const before = ended.length - since.length;
  const share = percent(failed.length / since.length);

  return before === 0
    ? `${failed.length} of the ${counted(since.length, 'invocation')} of the last ${hours} failed (${share})`
    : `${failed.length} of the ${counted(since.length, 'invocation')} since ${clockText(first)} failed (${share}), of the ${before} before in the last ${hours} none`;
};

const reasonsText = (failed: readonly InvocationFacts[]): string => {
  const counts = new Map<string, number>();
  for (const { reason } of failed)
    counts.set(reason || 'no reason told', (counts.get(reason || 'no reason told') ?? 0) + 1);
  const sorted = [...counts].toSorted(([, one], [, other]) => other - one);
  const shown = sorted.slice(0, 3).map(([reason, count]) => `${count} x ${reason}`);

  return [...shown, ...(sorted.length > 3 ? [`${sorted.length - 3} more reasons`] : [])].join(', ');
};

const impactOf = ({ enabled }: SubscriptionFacts, deciding: boolean): string => {
  if (!enabled) return 'it is switched off: only test events reach it';

  return deciding
    ? 'access requests fail while it lasts'
    : 'events are lost while it lasts: they are not sent again';
};

const secretPaths: Readonly<Record<string, string>> = {
  BEARER_TOKEN: '/httpConfig/bearerTokenAuthConfig/bearerToken',
  BASIC_AUTH: '/httpConfig/basicAuthConfig/password',
};

const adviceOf = ({ http, type }: SubscriptionFacts, failed: readonly InvocationFacts[]): string => {
  const refused = failed.find(({ reason }) => /\b40[13]\b/.test(reason ?? ''));
  const path = secretPaths[http?.authentication ?? ''];
  if (http && refused && path)
    return `${http.host} refuses the credentials of the subscription: put new ones in by a PATCH of ${path}.`;
  if (http)
    return `Read the log of ${http.host} from ${clockText(Math.min(...failed.map(({ created }) => created)))} on; try a mend on a staging copy, never on the live one.`;

  return `Look at what receives it (${type}): the tenant tells no more than the reason.`;
};
