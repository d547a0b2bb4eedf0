import { expect, test } from '@playwright/test';
import { parseHTML } from 'linkedom';
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
import { brokenIn, fiveVersions } from '../testing/five-versions.ts';
import { renderHtml } from './page.ts';

const megabytes = (text: string): number => Buffer.byteLength(text) / 1_000_000;

/** Places that a page leads to and does not have. */
const deadEnds = (page: string): readonly string[] => {
  const places = new Set([...page.matchAll(/ id="([^"]+)"/g)].map(([, place]) => place));
  const wanted = new Set([...page.matchAll(/ href="#([^"]+)"/g)].map(([, place]) => place));

  return [...wanted].flatMap((place) => (place === undefined || places.has(place) ? [] : [place]));
};

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
  expect(deadEnds(page)).toEqual([]);
  for (const { fingerprint } of report.violations) expect(page).toContain(fingerprint);
});

test('five versions stay below 3 MB with every cell, clause and spec in full', () => {
  const report = fiveVersions();
  const page = renderHtml(report);

  expect([report.cells.length, report.specs.length]).toEqual([320, 2560]);
  expect(megabytes(page)).toBeLessThan(3);
  expect(page).not.toContain('more, see conformance.json');
  expect(page.match(/<details id="cell-/g)).toHaveLength(320);
  expect(page.match(/<details id="spec-/g)).toHaveLength(2560);
  expect(page.match(/<details id="clause-/g)).toHaveLength(report.clauses.length);
  expect(deadEnds(page)).toEqual([]);
});

test('each mark of each version leads to the specs of that version', () => {
  const { document } = parseHTML(renderHtml(fiveVersions()));
  const marks = [...document.querySelectorAll('#matrix a.cell')];
  const places = new Map([...document.querySelectorAll('[id]')].map((one) => [one.id, one]));

  expect(marks).toHaveLength(320);
  for (const mark of marks) {
    const place = mark.getAttribute('href')?.slice(1) ?? '';
    const version = place.split('-')[1];
    const list = places.get(place);
    const specs = [...(list?.querySelectorAll('li a') ?? [])].map(
      (link) =>
        places.get(link.getAttribute('href')?.slice(1) ?? '')?.querySelector('summary .muted')?.textContent,
    );

    expect(list?.textContent).toContain('exchange');
    expect(specs.length, place).toBeGreaterThan(0);
    expect(specs.filter((about) => !about?.startsWith(`${version} `))).toEqual([]);
  }
});

test('of several versions, those with a broken promise lie open, and their names stand beside it', () => {
  const { document } = parseHTML(renderHtml(fiveVersions([brokenIn('v2025')])));
  const open = [...document.querySelectorAll('details.version[open] summary')];

  expect(open.map(({ textContent }) => textContent)).toEqual(['API v2025 1 broken, 63 kept']);
  expect(document.querySelector('.broken tbody')?.textContent).toContain('listSubscriptions 400, v2025');
});

test('five versions with 5,000 violations stay below 3 MB, lead nowhere that is not there, and keep what broke', () => {
  const page = renderHtml(fiveVersions(Array.from({ length: 5000 }, (_, index) => brokenIn('v1', index))));

  expect(megabytes(page)).toBeLessThan(3);
  expect(deadEnds(page)).toEqual([]);
  expect(page.match(/data-item="BROKEN"/g)).toHaveLength(5000);
  expect(page).toMatch(/<p>\d+ more, see conformance\.json<\/p>/);
});

test('a cell of more specs than are listed says how many more, and how to find them', () => {
  const page = renderHtml(
    sampleReport(Array.from({ length: 40 }, (_, index) => sampleRecord({ title: `number ${index}` }))),
  );

  expect(page).toContain('10 more: filter the specs by "listTriggers 200 beta"');
});

test('what stopped specs is named once, with the first that it stopped', () => {
  const page = renderHtml(sampleReport([errorRecord(), errorRecord({ title: 'and another' })]));

  expect(page).toContain(
    '<td>2</td><td>no answer within 10 s</td><td><a href="#spec-1">and another</a></td>',
  );
});
