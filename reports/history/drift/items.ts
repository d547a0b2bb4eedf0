import { resolvePointer } from '../../../contracts/json-pointer.ts';
import { schemaFacts } from '../../../contracts/vendor-facts/schema-facts.ts';
import type { Snapshot, SubscriptionFacts, TriggerFacts } from '../../health/snapshot.ts';
import type { Item } from '../night.ts';
import { filterPlaces } from './filter-places.ts';

/** Triggers and subscriptions of a night, each as facts by place that can be compared with those of another night. */
export const itemsOf = (
  { triggers, subscriptions }: Snapshot,
  lastNight: readonly Item[],
): readonly Item[] => {
  const items = triggers.map(triggerItem);
  const members = new Map(items.map(({ subject, facts }) => [subject.id, membersOf(facts)]));
  const before = new Map(lastNight.map(({ subject, facts }) => [`${subject.kind} ${subject.id}`, facts]));

  return [
    ...items,
    ...subscriptions.map((subscription) =>
      subscriptionItem(subscription, {
        members: members.get(subscription.triggerId) ?? new Set(),
        before: before.get(`subscription ${subscription.id}`) ?? {},
      }),
    ),
  ];
};

const triggerItem = ({ id, name, type, inputSchema, outputSchema }: TriggerFacts): Item => ({
  subject: { kind: 'trigger', id, name },
  facts: { name, type, ...factsOf('input', inputSchema), ...factsOf('output', outputSchema) },
});

const factsOf = (side: 'input' | 'output', schema: string | null): Item['facts'] => {
  const facts = schemaFacts(...parsed(schema));

  return Object.fromEntries(
    Object.entries(facts)
      .filter(([place]) => place !== '')
      .map(([place, fact]) => [`${side} ${place}`, fact]),
  );
};

/** A schema may refer to itself without end: so many references are followed. */
const mostReferences = 300;

const parsed = (schema: string | null): Parameters<typeof schemaFacts> => {
  let followed = 0;
  try {
    const document: unknown = JSON.parse(schema ?? '');
    return [
      document,
      (reference) => {
        followed += 1;
        return followed > mostReferences
          ? undefined
          : resolvePointer(document, reference.replace(/^[^#]*#/, ''));
      },
    ];
  } catch {
    return [undefined, () => undefined];
  }
};

type Around = Readonly<{ members: ReadonlySet<string>; before: Item['facts'] }>;

const subscriptionItem = (subscription: SubscriptionFacts, { members, before }: Around): Item => {
  const { id, name, triggerId, type, enabled, filter, responseDeadline, http } = subscription;

  return {
    subject: { kind: 'subscription', id, name, triggerId },
    facts: {
      name,
      type,
      enabled: String(enabled),
      responseDeadline,
      ...(filter !== null && { filter }),
      ...(http && {
        url: http.url,
        'url, with what is masked in it': http.urlKey,
        httpDispatchMode: http.dispatchMode,
        httpAuthenticationType: http.authentication,
      }),
      ...Object.fromEntries(
        filterPlaces(filter ?? '').map((place) => {
          const isThere = members.has(place);
          const was = before[`${reads}${place}`];
          return [
            `${reads}${place}`,
            isThere ? 'there' : was === 'there' || was === 'lost' ? 'lost' : 'never there',
          ];
        }),
      ),
    },
  };
};

const reads = 'reads ';

/** Members that a filter reads, that the schema of the trigger once had and has no more. */
export const lostPlaces = ({ facts }: Item): readonly string[] =>
  Object.entries(facts).flatMap(([place, fact]) =>
    place.startsWith(reads) && fact === 'lost' ? [place.slice(reads.length)] : [],
  );

/** Whether a place is a note of this program, and none of the tenant. */
export const isOwnNote = (place: string): boolean => place.startsWith(reads);

/** The members of the events of a trigger, as names without lists. */
export const membersOf = (facts: Item['facts']): ReadonlySet<string> =>
  new Set(
    Object.keys(facts)
      .filter((place) => place.startsWith('input '))
      .map((place) =>
        place
          .slice('input '.length)
          .replaceAll(/\[\]|<[^>]*>/g, '')
          .replace(/^\./, ''),
      )
      .filter((place) => place !== ''),
  );
