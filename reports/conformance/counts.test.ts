import { expect, test } from '@playwright/test';
import { renderConsole } from './console.ts';
import { githubSummary } from './github.ts';
import { renderHtml } from './html/page.ts';
import { renderJson } from './json.ts';
import { renderJunit } from './junit.ts';
import { renderMarkdown } from './markdown.ts';
import type { ConformanceReport } from './report.ts';
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
} from './samples.ts';

// A different number of each, so that no count can stand in for another.
const times = <T>(count: number, make: (title: string) => T): readonly T[] =>
  Array.from({ length: count }, (_, index) => make(`spec ${index}`));

const notRun = times(2, (title) => sampleRecord({ title, location: 'specs/never.spec.ts:1' }));
const records = [
  ...times(11, (title) => sampleRecord({ title })),
  ...times(5, (title) => warnedRecord({ title })),
  ...times(3, (title) => brokenRecord({ title })),
  ...times(6, (title) => otherBrokenRecord({ title })),
  ...times(7, (title) => skippedRecord({ title })),
  ...times(4, (title) => errorRecord({ title })),
];
const report = sampleReport(records, { planned: [...records, ...notRun], waivers: [sampleWaiver] });

const specs = { planned: 38, passed: 16, failed: 3, skipped: 7, waived: 6, error: 6 };
const violations = { broken: 1, waived: 1, warnings: 1 };

const matches = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

test('the model counts each planned spec once', () => {
  expect(report.tests).toEqual({ ...specs, notRun: 2 });
});

test('JSON counts as the model does, in its sums and in its lists', () => {
  const json = JSON.parse(renderJson(report)) as ConformanceReport;
  const count = (outcome: string) => json.specs.filter((spec) => spec.outcome === outcome).length;

  expect(json.tests).toEqual(report.tests);
  expect({
    planned: json.specs.length,
    passed: count('passed'),
    failed: count('failed'),
    skipped: count('skipped'),
    waived: count('waived'),
    error: count('error'),
  }).toEqual(specs);
  expect({
    broken: json.violations.filter(({ level, waiver }) => level === 'must' && !waiver).length,
    waived: json.violations.filter(({ waiver }) => waiver).length,
    warnings: json.violations.filter(({ level }) => level === 'should').length,
  }).toEqual(violations);
  expect(json.waived.filter(({ outcome }) => outcome === 'waived')).toHaveLength(violations.waived);
  expect(json.totals).toMatchObject({ ...violations, stale: 0 });
});

test('the console counts as the model does', () => {
  const text = renderConsole(report, { colour: false, reportPath: 'x' });

  expect(text).toContain('specs 36 of 38: 16 passed, 3 failed, 6 waived, 7 skipped, 6 could not judge');
  expect(matches(text, /^BROKEN/gm)).toBe(violations.broken);
  expect(matches(text, /^WAIVED/gm)).toBe(violations.waived);
  expect(matches(text, /^WARNING/gm)).toBe(violations.warnings);
  expect(text).toContain(
    '0 cells kept, 1 broken, 61 skipped, 1 could not be judged; 1 broken promise waived',
  );
});

test('JUnit counts as the model does, in its sums and in its elements', () => {
  const xml = renderJunit(report);

  expect(matches(xml, /tests="38" failures="3" errors="6" skipped="13"/g)).toBe(2);
  expect({
    planned: matches(xml, /<testcase /g),
    failed: matches(xml, /<failure /g),
    skipped: matches(xml, /<skipped message="(?!waived: )/g),
    waived: matches(xml, /<skipped message="waived: /g),
    error: matches(xml, /<error /g),
    passed: matches(xml, /<testcase [^>]*\/>|<testcase [^>]*>\n<system-out>/g),
  }).toEqual(specs);
});

test('the job summary counts as the model does', () => {
  const summary = githubSummary(report);

  expect(summary).toContain('| 38 | 16 | 3 | 7 | 6 | 6 |');
  expect(matches(summary, /^### BROKEN/gm)).toBe(violations.broken);
  expect(matches(summary, /^### WAIVED/gm)).toBe(violations.waived);
  expect(matches(summary, /^### WARNING/gm)).toBe(violations.warnings);
});

test('the page counts as the model does', () => {
  const page = renderHtml(report);
  const { planned, passed, failed, waived, skipped, error } = specs;

  expect(page).toContain(
    `<th scope="row">specs</th>${[planned, passed, failed, waived, skipped, error].map((count) => `<td>${count}</td>`).join('')}`,
  );
  expect(matches(page, /<article [^>]*data-item="BROKEN"/g)).toBe(violations.broken);
  expect(matches(page, /<article [^>]*data-item="WAIVED"/g)).toBe(violations.waived);
  expect(matches(page, /<article [^>]*data-item="WARNING"/g)).toBe(violations.warnings);
  expect(matches(page, /<details id="spec-\d+" /g)).toBe(planned);
});

test('a comment of 65,536 bytes keeps verdict, matrix and counts', () => {
  const many = Array.from({ length: 500 }, (_, index) =>
    brokenRecord({
      title: `spec ${index}`,
      violations: [sampleViolation({ clause: `clause.${index}`, seen: 'ü'.repeat(2000) })],
    }),
  );
  const comment = renderMarkdown(sampleReport(many), 65_536);

  expect(Buffer.byteLength(comment)).toBeLessThanOrEqual(65_536);
  expect(comment).toContain('| 500 | 0 | 500 | 0 | 0 | 0 |');
  expect(comment).toContain('| listTriggerInvocationStatus |');
  expect(comment).toMatch(/\d+ more, see report\n$/);
});
