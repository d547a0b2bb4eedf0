import { expect, test } from '@playwright/test';
import { cells } from '../../contracts/operations.ts';
import { renderConsole } from './console.ts';
import {
  brokenRecord,
  errorRecord,
  sampleClauses,
  sampleRecord,
  sampleReport,
  sampleViolation,
  skippedRecord,
  warnedRecord,
} from './samples.ts';

const plain = { colour: false, reportPath: 'results/latest/conformance.json' };

const mock = {
  target: { kind: 'mock', host: '127.0.0.1', apiVersions: ['beta'] },
  conditions: { workers: 1, seed: 4127, writes: 'own', risks: [], quota: 'off' },
} as const;

const allKept = cells.map((cell) =>
  sampleRecord({
    title: `${cell.operation} ${cell.status}`,
    clauses: Object.keys(sampleClauses),
    cells: [cell],
    exchanges: [{ ...cell, milliseconds: 1 }],
  }),
);

test('prints conditions, matrix, verdict, report and next step of a green run on the mock', () => {
  expect(renderConsole(sampleReport(allKept, mock), plain)).toBe(`\
isc-triggers 1.0.0  gate  target: mock (in this process)  API: beta  seed 4127
specs 64 of 64  11.8 s
                             success  400  401  403  404  429  500
listTriggers                 ok       ok   ok   ok   -    ok   ok
createSubscription           ok       ok   ok   ok   -    ok   ok
listSubscriptions            ok       ok   ok   ok   -    ok   ok
updateSubscription           ok       ok   ok   ok   ok   ok   ok
patchSubscription            ok       ok   ok   ok   ok   ok   ok
deleteSubscription           ok       ok   ok   ok   ok   ok   ok
testSubscriptionFilter       ok       ok   ok   ok   -    ok   ok
startTestTriggerInvocation   ok ok    ok   ok   ok   -    ok   ok
completeTriggerInvocation    ok       ok   ok   ok   -    ok   ok
listTriggerInvocationStatus  ok       ok   ok   ok   -    ok   ok

PASS    64 of 64 cells (51 by request, 13 by fault), 4 of 4 clauses, 0 skipped, 0 leftovers  (exit 0)
        Judged the suite's own mock: this checkout works. It says nothing about a tenant.
Report  results/latest/conformance.json
Next    put a sandbox tenant into .env (see .env.example), then: npx isc-triggers doctor
`);
});

test('prints what is broken, what was not judged, verdict, report and next step of a red run on a tenant', () => {
  const report = sampleReport([sampleRecord(), brokenRecord(), skippedRecord(), errorRecord()], {
    conditions: { workers: 1, writes: 'own', risks: [], quota: '100/10s', created: 19, removed: 19 },
  });

  expect(renderConsole(report, plain)).toBe(`\
isc-triggers 1.0.0  gate  target: tenant example-sb.api.identitynow.com  API: beta  run 8f3c1d
writes: only what this run creates, disabled, named "isc-triggers 8f3c1d ..."; below 100/10s, 1 worker
specs 4 of 4: 1 passed, 1 failed, 1 skipped, 1 could not judge  11.8 s

BROKEN  collections.filter.unsupported-operator  (must)  listSubscriptions 400
  statement  A filter operator that the field does not support is refused with 400.
  expected   400, ErrorResponseDto
  seen       200, 37 subscriptions: the filter was ignored
  curl       curl -G -H "Authorization: Bearer $ISC_TOKEN" \\
             'https://example-sb.api.identitynow.com/beta/trigger-subscriptions?filters=type+ge+%22HTTP%22'
  rerun      npx isc-triggers gate --clause collections.filter.unsupported-operator --operation listSubscriptions

Could not judge, 1 of 4 specs
   1 spec     no answer within 10 s
              pages through the subscriptions (specs/collections/paging.spec.ts:5)

Skipped, 61 of 64 cells and 2 of 4 clauses
  47 cells    not yet: no spec judges it
  13 cells    only a fault provokes it: judged on the mock
   1 cell     listTriggers 429: would use up the client's quota; ISC_ALLOW_RISKS=quota
   2 clauses  not yet: no spec judges it

FAIL    1 clause broken: 1 cell kept, 1 broken, 61 skipped, 1 could not be judged; 19 created, 19 removed, 0 leftovers  (exit 1)
        Not complete either: 1 spec could not judge: no answer within 10 s
Report  results/latest/conformance.json
Next    rerun the clause; if it stays red, report it to the vendor and waive it in waivers.yaml with an expiry
`);
});

test('names what stopped a run that is incomplete', () => {
  const text = renderConsole(sampleReport([sampleRecord(), errorRecord()]), plain);

  expect(text).toContain(
    '\nINCOMPLETE  1 spec could not judge: no answer within 10 s; 1 of 64 cells, 1 of 4 clauses, 0 leftovers  (exit 2)\n',
  );
  expect(text).toContain(
    '\nReport      results/latest/conformance.json\nNext        npx isc-triggers doctor\n',
  );
});

test('says that nothing was judged, and how many cells that is', () => {
  expect(renderConsole(sampleReport([skippedRecord()]), plain)).toContain(
    'INCOMPLETE  nothing was judged; 0 of 64 cells, 0 of 4 clauses, 0 leftovers  (exit 2)',
  );
});

test('says read-only, and which setting would judge more', () => {
  const conditions = { workers: 2, writes: 'none', risks: [], quota: 'off' } as const;
  const text = renderConsole(sampleReport([sampleRecord(), skippedRecord()], { conditions }), plain);

  expect(text).toContain('\nwrites: none, read-only; not paced, 2 workers\n');
  expect(text).toContain('\nNext    to judge 1 cell more: ISC_ALLOW_RISKS=quota\n');
});

test('prints a matrix of several versions only where they differ', () => {
  const target = { kind: 'tenant', host: 'x', apiVersions: ['beta', 'v2024', 'v1'] } as const;
  const text = renderConsole(
    sampleReport([sampleRecord(), sampleRecord({ apiVersion: 'v2024' })], { target }),
    plain,
  );

  expect(text).toContain(`
API beta, v2024
                             success    400  401  403  404  429  500
listTriggers                 ok         skip skip skip -    skip skip
`);
  expect(text).toContain(`
API v1, where it differs from beta
listTriggers                 skip       skip skip skip -    skip skip
skip: not judged here
`);
});

test('marks a cell that was kept with a warning', () => {
  const record = brokenRecord({
    outcome: 'passed',
    violations: [sampleViolation({ level: 'should' })],
    exchanges: [{ operation: 'listSubscriptions', status: 400, milliseconds: 1 }],
  });
  const text = renderConsole(sampleReport([record]), plain);

  expect(text).toContain('listSubscriptions            skip       warn skip skip -    skip skip\n');
  expect(text).toContain('warn: kept, with a warning; skip: not judged here');
  expect(text).toContain(
    '\nWARNING  collections.filter.unsupported-operator  (should)  listSubscriptions 400\n',
  );
});

test('lists what the run could not remove, and who removes it', () => {
  const leftovers = [{ id: 'a1', name: 'isc-triggers 8f3c1d 1', reason: '503' }];
  const text = renderConsole(sampleReport([sampleRecord()], { leftovers }), plain);

  expect(text).toContain(
    '\nLeft over, 1: npx isc-triggers janitor lists and removes them\n  a1  isc-triggers 8f3c1d 1: 503\n',
  );
  expect(text).toContain('1 leftover  (exit 2)');
});

test('colours only the words that say how it went', () => {
  const report = sampleReport([brokenRecord(), warnedRecord()]);
  const coloured = renderConsole(report, { ...plain, colour: true });

  expect(coloured).toContain('\n\u001b[31mBROKEN\u001b[0m  ');
  expect(coloured).toContain('\n\u001b[31mFAIL\u001b[0m    ');
  expect(coloured.replace(/\u001b\[\d+m/g, '')).toBe(renderConsole(report, plain));
});
