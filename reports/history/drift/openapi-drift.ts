import { loadContract } from '../../../contracts/document.ts';
import type { ApiFacts } from '../../../contracts/vendor-facts/api-facts.ts';
import { isBreaking } from '../../../contracts/vendor-facts/breaking.ts';
import { covers, type Difference, differences } from '../../../contracts/vendor-facts/differences.ts';
import { knownDifferences } from '../../../contracts/vendor-facts/known-differences.ts';
import { ourFacts } from '../../../contracts/vendor-facts/our-facts.ts';
import { vendorFacts } from '../../../contracts/vendor-facts/vendor-facts.ts';
import { type ApiVersion, apiVersions } from '../../../contracts/versions.ts';
import type { Drift } from './drift.ts';

export type OpenApiDrift = Readonly<{ version: ApiVersion; drift: readonly Drift[] }>;

/**
 * How a vendor's description differs from this project's contract of the same version, apart from the differences that
 * are meant. Operations of other APIs in it are left out. Undefined where it describes none of ours.
 */
export const openApiDrift = (description: unknown): OpenApiDrift | undefined => {
  const all = vendorFacts(description);
  const version = versionOf(all);
  if (version === undefined) return undefined;
  const ours = ourFacts(loadContract(), version);
  const vendor = Object.fromEntries(Object.entries(all).filter(([id]) => id in ours));
  const found = differences({ version, vendor, ours }).filter(
    (difference) => !knownDifferences.some((known) => covers(known, difference)),
  );

  return {
    version,
    drift: [
      ...missing({ vendor, ours }),
      ...withoutInner(found.filter(isTold({ vendor, ours }))).map(driftOf),
    ].toSorted((one, other) => Number(other.breaking) - Number(one.breaking)),
  };
};

type Sides = Readonly<{ vendor: ApiFacts; ours: ApiFacts }>;

/** The version whose paths it has most of. */
const versionOf = (facts: ApiFacts): ApiVersion | undefined => {
  const pathsOf = (side: ApiFacts) =>
    new Set(Object.values(side).map(({ call }) => `${call?.method} ${call?.path}`));
  const theirs = pathsOf(facts);
  const [best] = apiVersions
    .map((version) => {
      const own = [...pathsOf(ourFacts(loadContract(), version))];
      return { version, shared: own.filter((path) => theirs.has(path)).length };
    })
    .toSorted((one, other) => other.shared - one.shared);

  return best && best.shared > 0 ? best.version : undefined;
};

/** Operations, and statuses and bodies of operations, that one side alone has: one line, and not one for each field. */
const missing = ({ vendor, ours }: Sides): readonly Drift[] =>
  Object.keys(ours).flatMap((id) => {
    if (!(id in vendor)) return [lineOf(id, { went: true })];
    const locations = new Set([...Object.keys(ours[id] ?? {}), ...Object.keys(vendor[id] ?? {})]);

    return [...locations]
      .filter((location) => isMissing(id, location, { vendor, ours }))
      .map((location) => lineOf(id, { location, went: vendor[id]?.[location] === undefined }));
  });

const isMissing = (id: string, location: string, { vendor, ours }: Sides): boolean =>
  (vendor[id]?.[location] === undefined) !== (ours[id]?.[location] === undefined);

const lineOf = (id: string, { location, went }: Readonly<{ location?: string; went: boolean }>): Drift => ({
  against: 'openapi',
  change: went ? 'went' : 'came',
  subject: { kind: 'api', id, name: id },
  ...(location !== undefined && { place: location }),
  breaking: went,
  severity: went ? 'warning' : 'info',
});

const isTold =
  ({ vendor, ours }: Sides) =>
  ({ where }: Difference): boolean => {
    const [id = '', location = ''] = where.split(' ');

    return id in vendor && !isMissing(id, location, { vendor, ours });
  };

/** What came or went with all that is in it is told once. */
const withoutInner = (found: readonly Difference[]): readonly Difference[] =>
  found.filter(
    (each) =>
      !found.some(
        (outer) =>
          outer !== each &&
          sideOf(outer) !== 'both' &&
          sideOf(outer) === sideOf(each) &&
          ['.', '[', '<'].some((next) => each.where.startsWith(`${outer.where}${next}`)),
      ),
  );

const sideOf = ({ vendor, ours }: Difference): 'vendor' | 'ours' | 'both' =>
  vendor === undefined ? 'ours' : ours === undefined ? 'vendor' : 'both';

const changes = { ours: 'went', vendor: 'came', both: 'changed' } as const;

const driftOf = (difference: Difference): Drift => {
  const { where, vendor, ours } = difference;
  const [id = '', ...place] = where.split(' ');
  const breaking = isBreaking(difference);

  return {
    against: 'openapi',
    change: changes[sideOf(difference)],
    subject: { kind: 'api', id, name: id },
    place: place.join(' '),
    ...(ours !== undefined && { before: ours }),
    ...(vendor !== undefined && { after: vendor }),
    breaking,
    severity: breaking ? 'warning' : 'info',
  };
};
