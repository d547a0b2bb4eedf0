import { expect, test } from '@playwright/test';
import { renderConsole } from './console.ts';
import { githubSummary } from './github.ts';
import { renderJson } from './json.ts';
import { renderJunit } from './junit.ts';
import type { ConformanceReport } from './report.ts';
import {
  brokenRecord,
  errorRecord,
  sampleRecord,
  sampleReport,
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
  ...times(7, (title) => skippedRecord({ title })),
  ...times(4, (title) => errorRecord({ title })),
];
const report = sampleReport(records, { planned: [...records, ...notRun] });

const expected = { planned: 32, passed: 16, failed: 3, skipped: 7, error: 6, warnings: 1, broken: 1 };

const matches = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

test('the model counts each planned spec once', () => {
  expect(report.tests).toEqual({ planned: 32, passed: 16, failed: 3, skipped: 7, error: 6, notRun: 2 });
});

test('JSON counts as the model does, in its sums and in its lists', () => {
  const json = JSON.parse(renderJson(report)) as ConformanceReport;
  const specs = (outcome: string) => json.specs.filter((spec) => spec.outcome === outcome).length;

  expect(json.tests).toEqual(report.tests);
  expect({
    planned: json.specs.length,
    passed: specs('passed'),
    failed: specs('failed'),
    skipped: specs('skipped'),
    error: specs('error'),
    warnings: json.violations.filter(({ level }) => level === 'should').length,
    broken: json.violations.filter(({ level }) => level === 'must').length,
  }).toEqual(expected);
});

test('the console counts as the model does', () => {
  const text = renderConsole(report, { colour: false, reportPath: 'x' });

  expect(text).toContain('specs 30 of 32: 16 passed, 3 failed, 7 skipped, 6 could not judge');
  expect(matches(text, /^BROKEN/gm)).toBe(expected.broken);
  expect(matches(text, /^WARNING/gm)).toBe(expected.warnings);
  expect(text).toContain('1 cell kept, 1 broken, 61 skipped, 1 could not be judged');
});

test('JUnit counts as the model does, in its sums and in its elements', () => {
  const xml = renderJunit(report);

  expect(matches(xml, /tests="32" failures="3" errors="6" skipped="7"/g)).toBe(2);
  expect({
    planned: matches(xml, /<testcase /g),
    failed: matches(xml, /<failure /g),
    skipped: matches(xml, /<skipped /g),
    error: matches(xml, /<error /g),
  }).toEqual({ planned: 32, failed: 3, skipped: 7, error: 6 });
});

test('the job summary counts as the model does', () => {
  const summary = githubSummary(report);

  expect(summary).toContain('| 32 | 16 | 3 | 7 | 6 |');
  expect(matches(summary, /^### BROKEN/gm)).toBe(expected.broken);
  expect(matches(summary, /^### WARNING/gm)).toBe(expected.warnings);
});
