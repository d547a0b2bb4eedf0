import type { Exchange } from '../../client/exchange.ts';
import type { Clause } from '../../contracts/clauses/clause.ts';
import type { TestRecord, ViolationRecord } from '../record.ts';
import { type ConformanceInput, conformanceReport } from './model.ts';
import type { ConformanceReport } from './report.ts';
import type { Waiver } from './waiver.ts';

/** Small hand-built parts of a run for the tests of this folder. */
export const sampleClauses = {
  'triggers.list': {
    level: 'must',
    operation: 'listTriggers',
    status: 200,
    statement: 'The triggers are listed.',
    source: 'description',
  },
  'collections.filter.unsupported-operator': {
    level: 'must',
    operation: ['listTriggers', 'listSubscriptions'],
    status: 400,
    statement: 'A filter operator that the field does not support is refused with 400.',
    source: 'collection guide',
  },
  'triggers.fields': {
    level: 'must',
    operation: 'listTriggers',
    status: 200,
    statement: 'A trigger has its documented fields.',
    source: 'description',
  },
  'exchange.body.details': {
    level: 'should',
    operation: ['listTriggers', 'listSubscriptions'],
    statement: 'A body holds documented values.',
    source: 'description',
  },
} as const satisfies Record<string, Clause>;

export const sampleExchange: Exchange = {
  operation: 'listSubscriptions',
  apiVersion: 'beta',
  identity: 'full',
  request: {
    method: 'GET',
    url: 'https://example-sb.api.identitynow.com/beta/trigger-subscriptions?filters=type+ge+%22HTTP%22',
    headers: { authorization: 'Bearer ***' },
  },
  response: { status: 200, headers: { 'content-type': 'application/json' }, text: '[]', body: [] },
  startedAt: '2026-01-01T00:00:00.000Z',
  milliseconds: 12,
  waitedOut: 0,
};

export const sampleViolation = (parts: Partial<ViolationRecord> = {}): ViolationRecord => ({
  clause: 'collections.filter.unsupported-operator',
  operation: 'listSubscriptions',
  status: 400,
  level: 'must',
  expected: '400, ErrorResponseDto',
  seen: '200, 37 subscriptions: the filter was ignored',
  exchange: sampleExchange,
  ...parts,
});

/** A spec that saw listTriggers answer 200, as it should. */
export const sampleRecord = (parts: Partial<TestRecord> = {}): TestRecord => ({
  title: 'lists the triggers',
  location: 'specs/triggers/list.spec.ts:7',
  apiVersion: 'beta',
  clauses: ['triggers.list'],
  cells: [{ operation: 'listTriggers', status: 200 }],
  outcome: 'passed',
  violations: [],
  exchanges: [{ operation: 'listTriggers', status: 200, milliseconds: 9 }],
  seconds: 0.25,
  ...parts,
});

/** A spec that found the filter ignored. */
export const brokenRecord = (parts: Partial<TestRecord> = {}): TestRecord =>
  sampleRecord({
    title: 'refuses an unsupported operator',
    location: 'specs/collections/filter.spec.ts:11',
    clauses: ['collections.filter.unsupported-operator'],
    cells: [{ operation: 'listSubscriptions', status: 400 }],
    outcome: 'failed',
    violations: [sampleViolation()],
    exchanges: [{ operation: 'listSubscriptions', status: 200, milliseconds: 12 }],
    ...parts,
  });

/** A spec that found a field missing. */
export const otherBrokenRecord = (parts: Partial<TestRecord> = {}): TestRecord =>
  sampleRecord({
    title: 'has the documented fields',
    location: 'specs/triggers/fields.spec.ts:3',
    clauses: ['triggers.fields'],
    outcome: 'failed',
    violations: [
      sampleViolation({
        clause: 'triggers.fields',
        operation: 'listTriggers',
        status: 200,
        expected: 'a member "id"',
        seen: 'no member "id"',
      }),
    ],
    ...parts,
  });

/** Somebody answers for the missing field. */
export const sampleWaiver = {
  clause: 'triggers.fields',
  target: 'example-sb.api.identitynow.com',
  reason: 'vendor case 4711',
  owner: 'jane@example.com',
  expires: '2026-06-30',
  place: 'waivers.yaml:2',
} as const satisfies Waiver;

export const skippedRecord = (parts: Partial<TestRecord> = {}): TestRecord =>
  sampleRecord({
    title: 'answers 429 beyond the quota',
    location: 'specs/quota/exceeded.spec.ts:5',
    clauses: [],
    cells: [{ operation: 'listTriggers', status: 429 }],
    outcome: 'skipped',
    exchanges: [],
    skip: {
      capability: 'quota',
      reason: "would use up the client's quota",
      setting: 'ISC_ALLOW_RISKS=quota',
    },
    ...parts,
  });

export const errorRecord = (parts: Partial<TestRecord> = {}): TestRecord =>
  sampleRecord({
    title: 'pages through the subscriptions',
    location: 'specs/collections/paging.spec.ts:5',
    clauses: [],
    cells: [{ operation: 'listSubscriptions', status: 200 }],
    outcome: 'error',
    error: 'no answer within 10 s',
    exchanges: [],
    ...parts,
  });

export const warnedRecord = (parts: Partial<TestRecord> = {}): TestRecord =>
  sampleRecord({
    title: 'lists documented values',
    location: 'specs/triggers/values.spec.ts:3',
    clauses: ['exchange.body.details'],
    cells: [],
    violations: [
      sampleViolation({
        clause: 'exchange.body.details',
        operation: 'listTriggers',
        status: 200,
        level: 'should',
        expected: 'a documented value',
        seen: 'unknown value "REPLAY"',
      }),
    ],
    ...parts,
  });

/** The report of a run on a tenant; what was planned is what has a record, unless told otherwise. */
export const sampleReport = (
  records: readonly TestRecord[],
  parts: Partial<ConformanceInput> = {},
): ConformanceReport =>
  conformanceReport({
    tool: { name: 'isc-triggers', version: '1.0.0' },
    run: { id: '8f3c1d', started: '2026-01-01T00:00:00Z', seconds: 11.84 },
    target: { kind: 'tenant', host: 'example-sb.api.identitynow.com', apiVersions: ['beta'] },
    conditions: { workers: 1, writes: 'own', risks: [], quota: '100/10s' },
    clauses: sampleClauses,
    planned: records,
    records,
    leftovers: [],
    curlOf: ({ request }) => `curl -G -H "Authorization: Bearer $ISC_TOKEN" \\\n  '${request.url}'`,
    ...parts,
  });
