import { expect, test } from '@playwright/test';
import type { ConformanceReport } from '../report.ts';
import {
  brokenRecord,
  errorRecord,
  otherBrokenRecord,
  sampleRecord,
  sampleReport,
  sampleViolation,
  sampleWaiver,
  skippedRecord,
  warnedRecord,
} from '../samples.ts';
import { renderHtml } from './page.ts';

const megabytes = (text: string): number => Buffer.byteLength(text) / 1_000_000;

const mixed = sampleReport(
  [
    sampleRecord(),
    warnedRecord(),
    brokenRecord(),
    otherBrokenRecord(),
    skippedRecord(),
    skippedRecord({ title: 'and another' }),
    errorRecord(),
  ],
  { waivers: [sampleWaiver] },
);

test('the page is made of the result alone, byte for byte', () => {
  expect(renderHtml(JSON.parse(JSON.stringify(mixed)) as ConformanceReport)).toBe(renderHtml(mixed));
});

test('the page shows the counts of the model', () => {
  const numbers = renderHtml(mixed)
    .match(/id="counts">.*?<\/table>/s)?.[0]
    .match(/<td>\d+<\/td>/g)
    ?.map((cell) => Number(cell.replace(/\D/g, '')));
  const { tests, totals } = mixed;

  expect(numbers).toEqual([
    ...[tests.planned, tests.passed, tests.failed, tests.waived, tests.skipped, tests.error],
    ...[totals.cells, totals.clauses].flatMap(({ total, passed, failed, waived, skipped, error }) => [
      ...[total, passed, failed, waived, skipped, error],
    ]),
  ]);
});

test('the page names what was skipped, the setting that would change it, and who waived what', () => {
  const page = renderHtml(mixed);

  expect(page).toContain('would use up the client&#39;s quota');
  expect(page).toContain('ISC_ALLOW_RISKS=quota');
  expect(page).toContain('until 2026-06-30 by jane@example.com: vendor case 4711');
});

test('a text of a tenant is no markup, and what controls or turns text is shown', () => {
  const seen = '<script>alert(1)</script>"\' \u202e\u0000\u001b[31m\ud800';
  const page = renderHtml(sampleReport([brokenRecord({ violations: [sampleViolation({ seen })] })]));

  expect(page).not.toContain('<script>alert');
  expect(page).toContain('\\u202e\\u0000\\u001b[31m\\ud800');
});

test('5,000 violations with long names stay below 3 MB, and each that there is room for is named', () => {
  const many = Array.from({ length: 5000 }, (_, index) =>
    brokenRecord({
      title: `spec ${index} ${'x'.repeat(10_000)}`,
      violations: [
        sampleViolation({
          clause: `clause.${String.fromCharCode(97 + (index % 26))}.${index}`,
          seen: 'y'.repeat(10_000),
        }),
      ],
    }),
  );
  const report = sampleReport(many);
  const page = renderHtml(report);

  expect(megabytes(page)).toBeLessThan(3);
  expect(page.trimEnd()).toMatch(/<\/html>$/);
  for (const { fingerprint } of report.violations) expect(page).toContain(fingerprint);
});
