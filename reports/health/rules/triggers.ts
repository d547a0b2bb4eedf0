import { counted } from '../../text.ts';
import type { Finding } from '../finding.ts';
import type { Snapshot, TriggerFacts } from '../snapshot.ts';
import { aboutTrigger, type Rule } from './rule.ts';

/** Subscriptions that a trigger of a type takes at most, as documented. */
const places: Readonly<Record<string, number>> = { FIRE_AND_FORGET: 50, REQUEST_RESPONSE: 1 };

/** Share of the places from which on it is worth knowing. */
const nearly = 0.9;

export const limits: Rule = (snapshot) =>
  snapshot.triggers.flatMap((trigger) => {
    const limit = places[trigger.type];
    const taken = subscribed(snapshot, trigger);
    if (limit === undefined || taken < nearly * limit) return [];

    return [
      {
        id: 'trigger.limit',
        severity: 'info',
        subject: aboutTrigger(trigger),
        what: limit === 1 ? 'Its only place is taken.' : `${taken} of its ${limit} places are taken.`,
        impact:
          taken < limit ? 'soon no further subscription is accepted' : 'no further subscription is accepted',
        advice:
          limit === 1
            ? 'Who wants another subscriber has to change the one that is there.'
            : 'Remove what is disabled or duplicate before somebody needs a place.',
      },
    ];
  });

/** Early-access triggers that were given up in 2025. */
const givenUp: readonly string[] = [
  'idn:identity-deleted',
  'idn:source-account-created',
  'idn:source-account-updated',
  'idn:source-account-deleted',
];

export const deprecated: Rule = (snapshot) =>
  snapshot.triggers.filter(isDeprecated).map((trigger): Finding => {
    const count = subscribed(snapshot, trigger);

    return {
      id: 'trigger.deprecated',
      severity: count > 0 ? 'warning' : 'info',
      subject: aboutTrigger(trigger),
      what: `It is deprecated, and ${count === 0 ? 'nobody is subscribed' : `${counted(count, 'subscription')} listen${count === 1 ? 's' : ''} to it`}.`,
      impact: count > 0 ? 'their events end with it, without notice' : 'none while nobody is subscribed',
      advice: count > 0 ? 'Move them to another trigger.' : 'Build nothing on it.',
    };
  });

const isDeprecated = ({ id, name, description }: TriggerFacts): boolean =>
  givenUp.includes(id) || /\bdeprecated\b/i.test(`${name} ${description}`);

const subscribed = ({ subscriptions }: Snapshot, { id }: TriggerFacts): number =>
  subscriptions.filter(({ triggerId }) => triggerId === id).length;
