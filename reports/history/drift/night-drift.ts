import type { Severity } from '../../health/finding.ts';
import type { Item } from '../night.ts';
import type { Drift } from './drift.ts';
import { isOwnNote } from './items.ts';

/** What came, went or changed from one night to the next. */
export const nightDrift = (before: readonly Item[], after: readonly Item[]): readonly Drift[] => {
  const [earlier, later] = [byKey(before), byKey(after)];
  const came = after.filter((item) => !earlier.has(keyOf(item)));
  const went = before.filter((item) => !later.has(keyOf(item)));
  const both = after.flatMap((item) => {
    const was = earlier.get(keyOf(item));
    return was === undefined ? [] : changes(was, item);
  });

  return [
    ...went.map((item) => whole(item, 'went')),
    ...came.map((item) => whole(item, 'came')),
    ...both,
  ].toSorted((one, other) => Number(other.breaking) - Number(one.breaking));
};

const whole = ({ subject }: Item, change: 'came' | 'went'): Drift => ({
  against: 'last night',
  change,
  subject,
  breaking: change === 'went',
  severity: change === 'went' ? 'warning' : 'info',
});

const changes = (was: Item, { subject, facts }: Item): readonly Drift[] =>
  [...new Set([...Object.keys(was.facts), ...Object.keys(facts)])]
    .filter((place) => !isOwnNote(place) && was.facts[place] !== facts[place])
    .map((place) => {
      const [before, after] = [was.facts[place], facts[place]];
      const change = before === undefined ? 'came' : after === undefined ? 'went' : 'changed';
      const breaking = isBreaking(place, before, after);

      return {
        against: 'last night',
        change,
        subject,
        place,
        ...(before !== undefined && { before }),
        ...(after !== undefined && { after }),
        breaking,
        severity: breaking ? ('warning' satisfies Severity) : 'info',
      };
    });

/**
 * Of events: what is gone, is of another type, or may be missing now. Of answers: what is required now. A subscription
 * that is switched off, and a trigger of another type.
 */
const isBreaking = (place: string, before: string | undefined, after: string | undefined): boolean => {
  if (place.startsWith('input ')) return before !== undefined && withoutRequired(before, after);
  if (place.startsWith('output ')) return after?.endsWith('required') === true && before !== after;
  if (place === 'enabled') return after === 'false';

  return place === 'type';
};

/** All but a member that is required now and was not, which harms nobody who reads it. */
const withoutRequired = (before: string, after: string | undefined): boolean =>
  after !== `${before} required`;

const keyOf = ({ subject }: Item): string => `${subject.kind} ${subject.id}`;

const byKey = (items: readonly Item[]): ReadonlyMap<string, Item> =>
  new Map(items.map((item) => [keyOf(item), item]));
