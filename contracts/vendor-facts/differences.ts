import type { ApiVersion } from '../versions.ts';
import type { ApiFacts } from './api-facts.ts';
import type { KnownDifference } from './known-differences.ts';
import { flatten } from './pack.ts';

/** A place at which two descriptions say different things; undefined where one says nothing. */
export type Difference = Readonly<{
  version: ApiVersion;
  where: string;
  vendor: string | undefined;
  ours: string | undefined;
}>;

type Sides = Readonly<{ version: ApiVersion; vendor: ApiFacts; ours: ApiFacts }>;

/** All differences between two descriptions of one version. */
export const differences = ({ version, vendor, ours }: Sides): readonly Difference[] => {
  const [theirFacts, ourFacts] = [vendor, ours].map(byPlace);
  const places = new Set([...(theirFacts?.keys() ?? []), ...(ourFacts?.keys() ?? [])]);

  return [...places]
    .map((where) => ({ version, where, vendor: theirFacts?.get(where), ours: ourFacts?.get(where) }))
    .filter((difference) => difference.vendor !== difference.ours);
};

/** Whether a known difference speaks of this one. */
export const covers = (known: KnownDifference, { version, where, vendor, ours }: Difference): boolean =>
  known.versions.includes(version) &&
  known.told === teller(vendor, ours) &&
  (known.ours === undefined || known.ours === ours) &&
  pattern(known.where).test(where);

const byPlace = (facts: ApiFacts): ReadonlyMap<string, string> =>
  new Map(
    flatten(facts).map(([operation, location, field, fact]) => [`${operation} ${location} ${field}`, fact]),
  );

const teller = (vendor: string | undefined, ours: string | undefined): KnownDifference['told'] => {
  if (vendor === undefined) return 'by us';
  return ours === undefined ? 'by the vendor' : 'by both';
};

const pattern = (where: string): RegExp =>
  new RegExp(
    `^${where
      .split('*')
      .map((text) => text.replaceAll(/[.[\]<>()|+?^$]/g, '\\$&'))
      .join('.*')}$`,
  );
