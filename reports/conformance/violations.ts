import type { Exchange } from '../../client/exchange.ts';
import type { Clause } from '../../contracts/clauses/clause.ts';
import type { ApiVersion } from '../../contracts/versions.ts';
import type { TestRecord, ViolationRecord } from '../record.ts';
import { testId } from '../run-records.ts';
import { fingerprint } from './fingerprint.ts';
import type { ViolationResult } from './report.ts';
import { covers, type Waiver } from './waiver.ts';

export type ViolationOptions = Readonly<{
  clauses: Readonly<Record<string, Clause>>;
  runId: string;
  waivers: readonly Waiver[];
  curlOf: (exchange: Exchange) => string;
}>;

type Sighting = Readonly<{ test: TestRecord; violation: ViolationRecord; fingerprint: string }>;

/** The violations of all tests, identical ones as one: broken promises, then waived ones, then warnings. */
export const violationResults = (
  records: readonly TestRecord[],
  options: ViolationOptions,
): readonly ViolationResult[] =>
  [...grouped(records, options.runId).values()]
    .map((sightings) => violationResult(sightings, options))
    .sort(
      (a, b) =>
        Number(a.level === 'should') - Number(b.level === 'should') ||
        Number(a.waiver !== undefined) - Number(b.waiver !== undefined) ||
        compare(a.clause, b.clause) ||
        compare(a.operation, b.operation) ||
        (a.status ?? 0) - (b.status ?? 0) ||
        compare(a.fingerprint, b.fingerprint),
    );

/** Fingerprints of what one test saw, each once. */
export const fingerprintsOf = (test: Pick<TestRecord, 'violations'>, runId: string): readonly string[] => [
  ...new Set(test.violations.map((violation) => fingerprint(violation, runId))),
];

const grouped = (records: readonly TestRecord[], runId: string): Map<string, [Sighting, ...Sighting[]]> => {
  const groups = new Map<string, [Sighting, ...Sighting[]]>();
  for (const test of records) {
    for (const violation of test.violations) {
      const sighting = { test, violation, fingerprint: fingerprint(violation, runId) };
      const key = `${violation.level} ${sighting.fingerprint}`;
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [sighting]);
      else group.push(sighting);
    }
  }

  return groups;
};

const violationResult = (
  sightings: readonly [Sighting, ...Sighting[]],
  { clauses, waivers, curlOf }: ViolationOptions,
): ViolationResult => {
  const [first] = sightings;
  const shown = sightings.find(({ violation }) => violation.exchange !== undefined) ?? first;
  const { clause, operation, status, level, expected, seen, exchange } = shown.violation;
  const promise = clauses[clause];
  const apiVersions = [...new Set(sightings.map(({ test }) => test.apiVersion))];
  const waiver = waiverOf(sightings, waivers, clauses);

  const others = [...new Set(sightings.map(({ violation }) => violation.seen))].filter(
    (text) => text !== seen,
  );

  return {
    fingerprint: first.fingerprint,
    clause,
    operation,
    ...(status === undefined ? {} : { status }),
    level,
    statement: promise?.statement ?? `"${clause}" is no clause of this version of the suite.`,
    ...(promise === undefined ? {} : { source: promise.source }),
    expected,
    seen,
    ...(others.length === 0 ? {} : { alsoSeen: others.slice(0, 3) }),
    ...(waiver === undefined ? {} : { waiver }),
    apiVersions,
    count: sightings.length,
    tests: [...new Set(sightings.map(({ test }) => testId(test)))],
    ...(exchange === undefined ? {} : { exchange, curl: curlOf(exchange) }),
    rerun: rerun(sightings, clauses, apiVersions),
  };
};

/** The waiver of a broken promise, where each sighting of it is covered by one. */
const waiverOf = (
  sightings: readonly [Sighting, ...Sighting[]],
  waivers: readonly Waiver[],
  clauses: Readonly<Record<string, Clause>>,
): ViolationResult['waiver'] => {
  const found = sightings.map(({ test, violation }) =>
    waivers.find((waiver) => covers(waiver, violation, test, clauses)),
  );
  const [first] = found;
  if (first === undefined || found.includes(undefined)) return undefined;
  const { reason, owner, expires } = first;

  return { reason, owner, expires };
};

/** A promise that another spec saw broken in passing is seen again by that spec. */
const rerun = (
  sightings: readonly [Sighting, ...Sighting[]],
  clauses: Readonly<Record<string, Clause>>,
  apiVersions: readonly ApiVersion[],
): string => {
  const { test, violation } =
    sightings.find(({ test, violation }) => test.clauses.includes(violation.clause)) ?? sightings[0];
  const own = test.clauses.includes(violation.clause);
  const clause = own ? violation.clause : (test.clauses[0] ?? violation.clause);
  const operation = own ? violation.operation : (test.cells[0]?.operation ?? violation.operation);
  const isShared = [clauses[clause]?.operation].flat().length > 1;

  return [
    `npx isc-triggers gate --clause ${clause}`,
    ...(isShared ? [`--operation ${operation}`] : []),
    ...(apiVersions.some((version) => version !== 'beta') ? [`--api-version ${apiVersions.join(',')}`] : []),
  ].join(' ');
};

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
