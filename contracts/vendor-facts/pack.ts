import { type ApiVersion, apiVersions } from '../versions.ts';
import type { ApiFacts } from './api-facts.ts';

/** The facts of all versions, each told once: by the versions that share it, in one string with blanks. */
export type PackedFacts = Readonly<Record<string, ApiFacts>>;

type Fact = readonly [operation: string, location: string, field: string, fact: string];

export const pack = (versions: Readonly<Record<ApiVersion, ApiFacts>>): PackedFacts => {
  const holders = new Map<string, readonly ApiVersion[]>();
  for (const version of apiVersions) {
    for (const fact of flatten(versions[version])) {
      const key = JSON.stringify(fact);
      holders.set(key, [...(holders.get(key) ?? []), version]);
    }
  }

  const groups = new Map<string, readonly Fact[]>();
  for (const [key, shared] of holders) {
    const name = shared.join(' ');
    groups.set(name, [...(groups.get(name) ?? []), JSON.parse(key)]);
  }
  return Object.fromEntries([...groups].map(([name, facts]) => [name, nest(facts)]));
};

/** The facts of one version again. */
export const unpack = (packed: PackedFacts, version: ApiVersion): ApiFacts =>
  nest(
    Object.entries(packed)
      .filter(([shared]) => shared.split(' ').includes(version))
      .flatMap(([, facts]) => flatten(facts)),
  );

/** Facts as a list. */
export const flatten = (facts: ApiFacts): readonly Fact[] =>
  Object.entries(facts).flatMap(([operation, locations]) =>
    Object.entries(locations).flatMap(([location, fields]) =>
      Object.entries(fields).map(([field, fact]): Fact => [operation, location, field, fact]),
    ),
  );

const nest = (facts: readonly Fact[]): ApiFacts => {
  const nested: Record<string, Record<string, Record<string, string>>> = {};
  for (const [operation, location, field, fact] of facts) {
    const locations = nested[operation] ?? {};
    nested[operation] = { ...locations, [location]: { ...locations[location], [field]: fact } };
  }
  return nested;
};
