import { expect, test } from '@playwright/test';
import { githubAnnotations, githubSummary } from './github.ts';
import {
  brokenRecord,
  errorRecord,
  sampleRecord,
  sampleReport,
  sampleViolation,
  skippedRecord,
  warnedRecord,
} from './samples.ts';

const many = (count: number, seen = 'x') =>
  sampleReport([
    brokenRecord({
      violations: Array.from({ length: count }, (_, index) =>
        sampleViolation({ clause: `promise.${index}`, seen }),
      ),
    }),
  ]);

test('annotates a broken promise as an error and a warning as a warning', () => {
  expect(githubAnnotations(sampleReport([brokenRecord(), warnedRecord()]))).toEqual([
    '::error title=collections.filter.unsupported-operator listSubscriptions 400::A filter operator that the field does not support is refused with 400.%0Aexpected 400, ErrorResponseDto%0Aseen 200, 37 subscriptions: the filter was ignored%0Anpx isc-triggers gate --clause collections.filter.unsupported-operator --operation listSubscriptions',
    '::warning title=exchange.body.details listTriggers 200::A body holds documented values.%0Aexpected a documented value%0Aseen unknown value "REPLAY"%0Anpx isc-triggers gate --clause exchange.body.details --operation listTriggers',
  ]);
});

test('lets no text of a tenant become a command of its own', () => {
  const [line] = githubAnnotations(many(1, '100%\r\n::error::owned'));

  expect(line).toContain('seen 100%25 ::error::owned%0A');
  expect(line).not.toMatch(/[\r\n]/);
});

test('escapes what would end a title', () => {
  const violations = [sampleViolation({ clause: 'a,b::c' })];

  expect(githubAnnotations(sampleReport([brokenRecord({ violations })]))[0]).toMatch(
    /^::error title=a%2Cb%3A%3Ac /,
  );
});

test('annotates a run that is incomplete, and a green one not at all', () => {
  expect(githubAnnotations(sampleReport([sampleRecord(), errorRecord()]))).toEqual([
    '::error title=INCOMPLETE::1 spec could not judge: no answer within 10 s',
  ]);
  expect(githubAnnotations(sampleReport([sampleRecord()]))).toEqual([]);
});

test('writes no more annotations than are shown', () => {
  expect(githubAnnotations(many(30))).toHaveLength(10);
});

test('keeps the summary of 500 long violations below the limit in bytes, with verdict and matrix', () => {
  const report = sampleReport(
    [
      brokenRecord({
        violations: Array.from({ length: 500 }, (_, index) =>
          sampleViolation({ clause: `promise.${index}`, seen: 'ä\u{1f600}'.repeat(5000) }),
        ),
      }),
    ],
    { curlOf: () => `curl -d '${'ü'.repeat(20_000)}'` },
  );
  const summary = githubSummary(report);

  expect(Buffer.byteLength(summary)).toBeLessThan(1_048_576);
  expect(Buffer.byteLength(summary)).toBeGreaterThan(1_000_000);
  expect(summary).toMatch(/^## FAIL: 1 of 64 cells judged on ` example-sb\.api\.identitynow\.com `\n/);
  expect(summary).toContain('| listSubscriptions | skip | FAIL |');
  expect(summary).toMatch(/\n\n\d+ more, see report\n$/);
  const shown = summary.match(/^### BROKEN/gm)?.length ?? 0;
  expect(summary).toContain(`\n${500 - shown} more, see report\n`);
});

test('leaves room for what the step has written already', () => {
  const summary = githubSummary(many(500, 'y'.repeat(900)), 900_000);

  expect(Buffer.byteLength(summary)).toBeLessThan(1_048_576 - 900_000);
  expect(summary).toContain(' more, see report\n');
});

test('states 0 of 64 cells where nothing was judged', () => {
  const summary = githubSummary(sampleReport([skippedRecord()]));

  expect(summary).toContain('## INCOMPLETE: 0 of 64 cells judged');
  expect(summary).toContain('Not complete: ` nothing was judged `');
  expect(summary).not.toContain('see report');
});

test('keeps a text of backticks and markup inside its fence', () => {
  const seen = '``` <script>alert(1)</script> ````';
  const summary = githubSummary(many(1, seen));

  expect(summary).toContain(`\`\`\`\`\`text\nexpected  400, ErrorResponseDto\nseen      ${seen}\n`);
});
