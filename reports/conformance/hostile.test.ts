import { expect, test } from '@playwright/test';
import { apiVersions } from '../../contracts/versions.ts';
import { renderConsole } from './console.ts';
import { githubAnnotations, githubSummary } from './github.ts';
import { renderHtml } from './html/page.ts';
import { renderJunit } from './junit.ts';
import { renderMarkdown } from './markdown.ts';
import {
  brokenRecord,
  errorRecord,
  sampleExchange,
  sampleReport,
  sampleViolation,
  sampleWaiver,
  skippedRecord,
} from './samples.ts';

const nasty =
  '<script>alert(1)</script><img src=x onerror=alert(1)>&"\'`\u0000\u001b[31m\u009b\u202e\u2066\ufeff\ud800';
const long = `${nasty}${'x'.repeat(10_000)}`;

/** Every text of a result that comes from a tenant or from a file of the user. */
const hostile = sampleReport(
  [
    brokenRecord({
      title: long,
      violations: [
        sampleViolation({
          expected: long,
          seen: long,
          exchange: {
            ...sampleExchange,
            request: {
              ...sampleExchange.request,
              url: `https://example.com/${long}`,
              headers: { 'x-a': long },
              body: long,
            },
            response: { status: 200, headers: { 'x-b': long }, text: long, body: long },
          },
        }),
        sampleViolation({ seen: `another ${long}` }),
      ],
    }),
    errorRecord({ error: long }),
    skippedRecord({ skip: { capability: 'quota', reason: long, setting: long } }),
  ],
  {
    leftovers: [{ id: long, name: long, reason: long }],
    errors: [long],
    waivers: [{ ...sampleWaiver, reason: long, owner: long }],
  },
);

const harmful = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff]/u;

for (const [format, text] of [
  ['page', renderHtml(hostile)],
  ['JUnit', renderJunit(hostile)],
  ['Markdown', renderMarkdown(hostile, 65_536)],
  ['console', renderConsole(hostile, { colour: false, reportPath: 'r' })],
  ['annotations', githubAnnotations(hostile).join('\n')],
  ['job summary', githubSummary(hostile)],
] as const)
  test(`nothing that controls, hides or turns text comes through into ${format}`, () => {
    expect(harmful.exec(text)?.index).toBeUndefined();
    expect(text).toContain('\\u202e');
  });

for (const [format, text] of [
  ['page', renderHtml(hostile)],
  ['JUnit', renderJunit(hostile)],
] as const)
  test(`no text of a tenant is markup in ${format}`, () => {
    expect(text).not.toContain('<script>alert');
    expect(text).not.toContain('<img');
  });

test('in Markdown a text of a tenant stands as code alone', () => {
  const withoutCode = renderMarkdown(hostile, 65_536)
    .replace(/^(`{3,})text\n[\s\S]*?^\1$/gm, '')
    .replace(/(`+) .*? \1/g, '');

  expect(withoutCode).not.toContain('alert');
});

test('a comment is no longer than one may be, whatever is waived and skipped', () => {
  const many = Array.from({ length: 500 }, (_, index) => index);
  const report = sampleReport(
    [
      brokenRecord(),
      ...many.map((index) =>
        skippedRecord({ title: `${index}`, skip: { capability: 'quota', reason: `${index} ${long}` } }),
      ),
    ],
    {
      target: { kind: 'tenant', host: sampleWaiver.target, apiVersions },
      waivers: many.map((index) => ({ ...sampleWaiver, reason: long, place: `waivers.yaml:${index}` })),
    },
  );
  const comment = renderMarkdown(report, 65_536);

  expect(Buffer.byteLength(comment)).toBeLessThanOrEqual(65_536);
  expect(comment).toContain('### BROKEN collections.filter.unsupported-operator');
  expect(comment.match(/^- \d+ more, see report$/gm)).toHaveLength(2);
  expect(Buffer.byteLength(renderHtml(report))).toBeLessThan(3_000_000);
});
