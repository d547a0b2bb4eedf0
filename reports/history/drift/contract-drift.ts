import { findTrigger, triggers } from '../../../contracts/triggers/index.ts';
import { schemaFacts } from '../../../contracts/vendor-facts/schema-facts.ts';
import type { Item } from '../night.ts';
import type { Drift } from './drift.ts';
import { membersOf } from './items.ts';

/**
 * How a tenant's triggers differ from the catalogue of this contract. None of it is wrong: a tenant may offer more or
 * fewer, and schemas of events are no promise. It tells how far what this project knows of events holds here.
 */
export const contractDrift = (items: readonly Item[]): readonly Drift[] => {
  const offered = items.filter(({ subject }) => subject.kind === 'trigger');
  const ids = new Set(offered.map(({ subject }) => subject.id));

  return [
    ...triggers
      .filter(({ id }) => !ids.has(id))
      .map(({ id, name }) => driftOf({ kind: 'trigger', id, name }, 'went')),
    ...offered.flatMap((item) => ofTrigger(item)),
  ];
};

const ofTrigger = ({ subject, facts }: Item): readonly Drift[] => {
  const known = findTrigger(subject.id);
  if (known === undefined) return [driftOf(subject, 'came')];
  const own = membersOf(
    Object.fromEntries(
      Object.keys(schemaFacts(known.inputSchema, () => undefined)).map((place) => [`input ${place}`, '']),
    ),
  );
  const theirs = membersOf(facts);
  const type =
    facts.type === known.type
      ? []
      : [{ ...driftOf(subject, 'changed'), place: 'type', before: known.type, after: facts.type ?? '' }];
  if (theirs.size === 0) return type;

  return [
    ...type,
    ...[...own]
      .filter((place) => !theirs.has(place))
      .map((place) => ({ ...driftOf(subject, 'went'), place: `input ${place}` })),
    ...[...theirs]
      .filter((place) => !own.has(place))
      .map((place) => ({ ...driftOf(subject, 'came'), place: `input ${place}` })),
  ];
};

const driftOf = (subject: Drift['subject'], change: Drift['change']): Drift => ({
  against: 'contract',
  change,
  subject,
  breaking: false,
  severity: 'info',
});
