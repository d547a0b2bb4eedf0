import { clauses } from '../../../contracts/clauses/index.ts';
import { cells } from '../../../contracts/operations.ts';
import { apiVersions } from '../../../contracts/versions.ts';
import type { TestRecord } from '../../record.ts';
import type { ConformanceReport } from '../report.ts';
import { brokenRecord, sampleRecord, sampleReport, sampleViolation } from '../samples.ts';

const specsOfCell = 8;
const clauseIds = Object.keys(clauses);

/** As large as `gate --api-version all` gets: 512 specs in each of five versions, with the clauses of this suite. */
export const fiveVersions = (more: readonly TestRecord[] = []): ConformanceReport =>
  sampleReport([...apiVersions.flatMap(ofVersion), ...more], {
    clauses,
    target: { kind: 'mock', host: 'mock', apiVersions },
  });

const ofVersion = (apiVersion: TestRecord['apiVersion']): readonly TestRecord[] =>
  cells.flatMap(({ operation, status }, place) =>
    Array.from({ length: specsOfCell }, (_, nth) => {
      const number = place * specsOfCell + nth;

      return sampleRecord({
        title: `judges ${operation} ${status} by request ${nth}`,
        location: `specs/subscriptions/some-behaviour-${number}.spec.ts:${10 + nth}`,
        apiVersion,
        clauses: [0, 1].map((step) => clauseIds[(number + step) % clauseIds.length] ?? ''),
        cells: [{ operation, status }],
        exchanges: Array.from({ length: 4 }, () => ({ operation, status, milliseconds: 12 })),
      });
    }),
  );

/** A spec that found a promise of one version broken. */
export const brokenIn = (apiVersion: TestRecord['apiVersion'], number = 0): TestRecord =>
  brokenRecord({
    apiVersion,
    title: `finds break ${number} in ${apiVersion}`,
    violations: [sampleViolation({ clause: `clause.${letters(number)}`, seen: 'y'.repeat(2000) })],
  });

/** Numbers do not count in fingerprints, letters do. */
const letters = (number: number): string =>
  String(number).replace(/\d/g, (digit) => String.fromCharCode(97 + Number(digit)));
