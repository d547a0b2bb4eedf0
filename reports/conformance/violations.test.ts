import { expect, test } from '@playwright/test';
import { fingerprint } from './fingerprint.ts';
import { brokenRecord, sampleReport, sampleViolation, warnedRecord } from './samples.ts';

test('carries all that a reader needs: promise, source, expected, seen, exchange, curl and rerun', () => {
  const [violation] = sampleReport([brokenRecord()]).violations;

  expect(violation).toMatchObject({
    clause: 'collections.filter.unsupported-operator',
    operation: 'listSubscriptions',
    status: 400,
    level: 'must',
    statement: 'A filter operator that the field does not support is refused with 400.',
    source: 'collection guide',
    expected: '400, ErrorResponseDto',
    seen: '200, 37 subscriptions: the filter was ignored',
    apiVersions: ['beta'],
    count: 1,
    tests: ['beta specs/collections/filter.spec.ts:11 refuses an unsupported operator'],
    exchange: { operation: 'listSubscriptions', response: { status: 200 } },
    rerun:
      'npx isc-triggers gate --clause collections.filter.unsupported-operator --operation listSubscriptions',
  });
  expect(violation?.curl).toContain('curl -G -H "Authorization: Bearer $ISC_TOKEN"');
});

test('names no operation to run again where the clause is about one', () => {
  const record = brokenRecord({
    clauses: ['triggers.list'],
    violations: [sampleViolation({ clause: 'triggers.list', operation: 'listTriggers' })],
  });

  expect(sampleReport([record]).violations[0]?.rerun).toBe('npx isc-triggers gate --clause triggers.list');
});

test('runs the spec again that saw it, where that is about another clause', () => {
  const record = brokenRecord({
    clauses: ['triggers.list'],
    violations: [sampleViolation({ clause: 'exchange.body.details' })],
  });

  expect(sampleReport([record]).violations[0]?.rerun).toBe('npx isc-triggers gate --clause triggers.list');
});

test('groups identical violations of several specs and versions, and keeps the first exchange', () => {
  const target = { kind: 'tenant', host: 'x', apiVersions: ['beta', 'v1'] } as const;
  const report = sampleReport(
    [
      brokenRecord({ violations: [sampleViolation(), sampleViolation({ seen: '200, 38 subscriptions' })] }),
      brokenRecord({ apiVersion: 'v1' }),
    ],
    { target },
  );

  expect(report.violations).toHaveLength(1);
  expect(report.violations[0]).toMatchObject({
    count: 3,
    apiVersions: ['beta', 'v1'],
    seen: '200, 37 subscriptions: the filter was ignored',
  });
  expect(report.violations[0]?.rerun).toContain('--api-version beta,v1');
  expect(report.violations[0]?.tests).toHaveLength(2);
});

test('keeps what else was seen in place of the same expectation, the first few', () => {
  const violations = ['a', 'b', 'a', 'c', 'd', 'e'].map((seen) => sampleViolation({ seen }));

  expect(sampleReport([brokenRecord({ violations })]).violations).toMatchObject([
    { seen: 'a', alsoSeen: ['b', 'c', 'd'], count: 6 },
  ]);
});

test('puts broken promises before warnings', () => {
  const levels = sampleReport([warnedRecord(), brokenRecord()]).violations.map(({ level }) => level);

  expect(levels).toEqual(['must', 'should']);
});

test('has no curl and no exchange where the spec saw none', () => {
  const { exchange: _, ...without } = sampleViolation();
  const [violation] = sampleReport([brokenRecord({ violations: [without] })]).violations;

  expect(violation).not.toHaveProperty('exchange');
  expect(violation).not.toHaveProperty('curl');
});

test('shows the first sighting that has an exchange', () => {
  const { exchange: _, ...without } = sampleViolation({ seen: 'nothing to show' });
  const [violation] = sampleReport([brokenRecord({ violations: [without, sampleViolation()] })]).violations;

  expect(violation).toMatchObject({ count: 2, seen: '200, 37 subscriptions: the filter was ignored' });
  expect(violation?.exchange).toBeDefined();
});

test('keeps a violation of an unknown clause', () => {
  const [violation] = sampleReport([
    brokenRecord({ violations: [sampleViolation({ clause: 'no.such' })] }),
  ]).violations;

  expect(violation?.statement).toBe('"no.such" is no clause of this version of the suite.');
});

test('links specs and violations by fingerprint', () => {
  const { specs, violations } = sampleReport([brokenRecord()]);

  expect(specs[0]?.violations).toEqual([violations[0]?.fingerprint]);
});

const printed = (expected: string, runId = '8f3c1d') => fingerprint(sampleViolation({ expected }), runId);

test('has a fingerprint of 16 hexadecimal digits', () => {
  expect(printed('400')).toMatch(/^[0-9a-f]{16}$/);
});

test('keeps the fingerprint whatever ids, times, hosts, durations and runs an expectation names', () => {
  expect(printed('2c91808b6ef1d43e016efba0ce470909 within 120 ms')).toBe(
    printed('2c91808b6ef1d43e016efba0ce470910 within 95 ms'),
  );
  expect(printed('created 2026-01-01T00:00:00.123456Z')).toBe(printed('created 2026-01-02T10:00:00Z'));
  expect(printed('a name "isc-triggers 8f3c1d 1"')).toBe(printed('a name "isc-triggers 0a0a0a 1"', '0a0a0a'));
  expect(printed('http://127.0.0.1:4127/beta/triggers')).toBe(printed('http://127.0.0.1:5000/beta/triggers'));
  expect(printed('0f8fad5b-d9cb-469f-a165-70867728950e')).toBe(
    printed('7c9e6679-7425-40de-944b-e07fc1f90ae7'),
  );
});

test('keeps the fingerprint whatever number was expected of a tenant that holds more than yesterday', () => {
  expect(printed('X-Total-Count: 37')).toBe(printed('X-Total-Count: 1204'));
  expect(printed('X-Total-Count: 37')).not.toBe(printed('no X-Total-Count'));
});

test('tells clause, operation and status apart, and not what was seen', () => {
  const of = (parts: Parameters<typeof sampleViolation>[0]) => fingerprint(sampleViolation(parts), '8f3c1d');

  expect(of({ seen: 'anything' })).toBe(of({}));
  expect(of({ clause: 'triggers.list' })).not.toBe(of({}));
  expect(of({ operation: 'listTriggers' })).not.toBe(of({}));
  expect(of({ status: 401 })).not.toBe(of({}));
});
