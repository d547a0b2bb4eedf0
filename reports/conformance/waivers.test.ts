import { expect, test } from '@playwright/test';
import { renderConsole } from './console.ts';
import { githubAnnotations, githubSummary } from './github.ts';
import { renderJunit } from './junit.ts';
import {
  brokenRecord,
  errorRecord,
  otherBrokenRecord,
  sampleRecord,
  sampleReport,
  sampleViolation,
  sampleWaiver,
  skippedRecord,
} from './samples.ts';
import type { Waiver } from './waiver.ts';

const { clause: _, ...anyWaiver } = sampleWaiver;
const cellWaiver: Waiver = { ...anyWaiver, cell: 'listTriggers 200' };

const cellOf = (report: ReturnType<typeof sampleReport>, operation: string, status: number) =>
  report.cells.find((cell) => cell.operation === operation && cell.status === status);

const clauseOf = (report: ReturnType<typeof sampleReport>, id: string) =>
  report.clauses.find((clause) => clause.id === id);

for (const waiver of [sampleWaiver, cellWaiver]) {
  test(`a break waived by ${'clause' in waiver ? 'its clause' : 'its cell'} is shown and does not fail the verdict`, () => {
    const report = sampleReport([otherBrokenRecord()], { waivers: [waiver] });

    expect(report).toMatchObject({
      verdict: 'PASS',
      exitCode: 0,
      tests: { planned: 1, failed: 0, waived: 1 },
      totals: { broken: 0, waived: 1, stale: 0, cells: { waived: 1 }, clauses: { waived: 1 } },
      violations: [
        { clause: 'triggers.fields', waiver: { owner: 'jane@example.com', expires: '2026-06-30' } },
      ],
      specs: [{ outcome: 'waived' }],
    });
    expect(cellOf(report, 'listTriggers', 200)).toMatchObject({
      outcome: 'waived',
      reason: 'broken and waived: triggers.fields',
    });
    expect(clauseOf(report, 'triggers.fields')?.outcome).toBe('waived');
    expect(report.waived).toEqual([
      { ...waiver, outcome: 'waived', violations: [report.violations[0]?.fingerprint] },
    ]);
  });
}

test('a waiver covers no other break, of the same cell either', () => {
  const report = sampleReport(
    [
      otherBrokenRecord(),
      brokenRecord({
        violations: [sampleViolation({ clause: 'triggers.list', operation: 'listTriggers', status: 200 })],
      }),
    ],
    { waivers: [sampleWaiver] },
  );

  expect(report).toMatchObject({ verdict: 'FAIL', totals: { broken: 1, waived: 1 } });
  expect(cellOf(report, 'listTriggers', 200)).toMatchObject({
    outcome: 'failed',
    reason: 'broken: triggers.list',
  });
});

test('a break that is seen where its waiver does not reach is no waived one', () => {
  const seen = [otherBrokenRecord(), otherBrokenRecord({ apiVersion: 'v1' })];
  const target = { kind: 'tenant', host: sampleWaiver.target, apiVersions: ['beta', 'v1'] } as const;
  const waivers = [{ ...sampleWaiver, apiVersion: 'v1' }] as const;

  expect(sampleReport(seen, { target, waivers }).verdict).toBe('FAIL');
  expect(sampleReport(seen.slice(1), { target, waivers }).verdict).toBe('PASS');
});

test('what a spec did not come to for a waived break is skipped for that reason', () => {
  const cells = [
    { operation: 'listTriggers', status: 200 },
    { operation: 'listTriggers', status: 400 },
  ] as const;
  const clauses = ['triggers.fields', 'triggers.list'];
  const report = sampleReport([otherBrokenRecord({ cells, clauses })], { waivers: [sampleWaiver] });
  const reason = 'its spec stopped at the waived triggers.fields';

  expect(report.verdict).toBe('PASS');
  expect(cellOf(report, 'listTriggers', 400)).toMatchObject({ outcome: 'skipped', reason });
  expect(clauseOf(report, 'triggers.list')).toMatchObject({ outcome: 'skipped', reason });
});

const fieldsKept = sampleRecord({ clauses: ['triggers.fields'] });

for (const [words, records, parts] of [
  ['its specs kept it in a whole run', [fieldsKept, errorRecord()], {}],
  ['its cell is kept in a whole run', [fieldsKept], { waivers: [cellWaiver] }],
  ['its specs kept it in a run of just them', [fieldsKept], { selection: '--clause triggers.fields' }],
] as const) {
  test(`a waiver is stale, and fails the verdict, where ${words}`, () => {
    const { selection, ...rest } = { selection: undefined, ...parts };
    const report = sampleReport(records, {
      waivers: [sampleWaiver],
      ...(selection && { conditions: { workers: 1, writes: 'own', risks: [], quota: 'off', selection } }),
      ...rest,
    });

    expect(report).toMatchObject({ verdict: 'FAIL', exitCode: 1, totals: { broken: 0, stale: 1 } });
    expect(report.waived).toMatchObject([{ outcome: 'stale', violations: [] }]);
  });
}

for (const [words, records, selection] of [
  ['one of its specs was skipped', [fieldsKept, skippedRecord({ clauses: ['triggers.fields'] })], undefined],
  [
    'one of its specs could not judge',
    [fieldsKept, errorRecord({ clauses: ['triggers.fields'] })],
    undefined,
  ],
  ['only a part of the specs was chosen', [fieldsKept], '--smoke'],
  ['no spec judged it', [sampleRecord()], undefined],
] as const) {
  test(`a waiver is not stale where ${words}`, () => {
    const report = sampleReport(records, {
      waivers: [sampleWaiver],
      conditions: { workers: 1, writes: 'own', risks: [], quota: 'off', ...(selection && { selection }) },
    });

    expect(report.waived).toMatchObject([{ outcome: 'skipped' }]);
    expect(report.verdict).not.toBe('FAIL');
  });
}

test('a waiver of what every exchange shows is stale only where all that ran passed', () => {
  const waivers = [{ ...sampleWaiver, clause: 'exchange.status' }];
  const judged = ['exchange.status'];
  const outcomes = [
    [sampleRecord({ judged }), skippedRecord()],
    [sampleRecord({ judged }), errorRecord()],
    [sampleRecord()],
  ].map((records) => sampleReport(records, { waivers }).waived[0]?.outcome);

  expect(outcomes).toEqual(['stale', 'skipped', 'skipped']);
});

test('every format names the waived break and who answers for it', () => {
  const report = sampleReport([otherBrokenRecord(), sampleRecord()], { waivers: [sampleWaiver] });
  const text = renderConsole(report, { colour: false, reportPath: 'x' });
  const told = 'until 2026-06-30 by jane@example.com: vendor case 4711';

  expect(text).toContain(`\
WAIVED  triggers.fields  (must)  listTriggers 200
  expected   a member "id"
  seen       no member "id"
  waived     ${told}
`);
  expect(text).toMatch(/^PASS .*, 1 broken promise waived, 0 leftovers {2}\(exit 0\)$/m);
  expect(renderJunit(report)).toContain(
    '<skipped message="waived: triggers.fields until 2026-06-30 by jane@example.com"/>\n<system-out>\nwaived\n',
  );
  expect(renderJunit(report)).toContain(`waived: ${told}`);
  expect(githubSummary(report)).toContain('- broken and waived: ` waivers.yaml:2 triggers.fields `');
  expect(githubAnnotations(report)).toEqual([
    expect.stringMatching(/^::notice title=triggers\.fields listTriggers 200::.*%0Awaived until 2026-06-30/),
  ]);
});

test('every format names the stale waiver', () => {
  const report = sampleReport([fieldsKept], { waivers: [sampleWaiver] });
  const text = renderConsole(report, { colour: false, reportPath: 'x' });

  expect(text).toContain('\nSTALE  waivers.yaml:2 triggers.fields  is kept again: remove its waiver\n');
  expect(text).toMatch(/^FAIL {4}1 waiver stale: 1 cell kept, 0 broken, .* {2}\(exit 1\)$/m);
  expect(text).toContain('\nNext    remove the stale waivers from their file, then: npx isc-triggers gate\n');
  expect(renderJunit(report)).toContain('<property name="staleWaivers" value="1"/>');
  expect(githubSummary(report)).toContain(
    '- stale, kept again: remove it: ` waivers.yaml:2 triggers.fields `',
  );
  expect(githubAnnotations(report)).toEqual([
    '::error title=stale waiver::waivers.yaml:2 triggers.fields is kept again: remove its waiver',
  ]);
});
