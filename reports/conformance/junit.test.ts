import { expect, test } from '@playwright/test';
import { junitProblems } from '../render/testing/junit-problems.ts';
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
  warnedRecord,
} from './samples.ts';
import { brokenIn, fiveVersions } from './testing/five-versions.ts';

const mixed = sampleReport(
  [
    sampleRecord(),
    warnedRecord(),
    brokenRecord(),
    otherBrokenRecord({
      violations: [...otherBrokenRecord().violations, ...warnedRecord().violations],
    }),
    skippedRecord(),
    errorRecord(),
  ],
  { waivers: [sampleWaiver] },
);

for (const [what, report] of [
  ['of every outcome', mixed],
  ['of five versions', fiveVersions([brokenIn('v2025')])],
  ['of nothing', sampleReport([])],
  [
    'of hostile texts',
    sampleReport([
      brokenRecord({
        title: `\u202e<![CDATA[\u0000 ${'x'.repeat(10_000)}`,
        violations: [sampleViolation({ seen: `]]>&\ud800\u001b[31m</failure>${'\u05d0'.repeat(10_000)}` })],
      }),
      errorRecord({ error: '' }),
    ]),
  ],
] as const)
  test(`a result ${what} is JUnit that GitHub, GitLab and Jenkins read`, async () => {
    expect(await junitProblems(renderJunit(report))).toEqual([]);
  });

for (const [what, from, to] of [
  ['a case without a class', / classname="[^"]*"/, ''],
  ['a time with a comma', /time="0.250"/, 'time="0,250"'],
  ['two cases of one name', 'name="lists documented values"', 'name="lists the triggers"'],
  ['two outputs of one case', /<\/testcase>/, '<system-out/><system-out/></testcase>'],
  ['a control character', 'lists the triggers', '\u0001'],
  ['an element that is not closed', '</testcase>', ''],
] as const)
  test(`${what} would be found in JUnit`, async () => {
    const xml = renderJunit(
      sampleReport([sampleRecord(), warnedRecord({ location: sampleRecord().location })]),
    );

    expect(await junitProblems(xml)).toEqual([]);
    expect(await junitProblems(xml.replace(from, to))).not.toEqual([]);
  });

test('has a suite a version, with counts, time, properties and a case a spec', () => {
  const xml = renderJunit(sampleReport([sampleRecord()]));

  expect(xml).toBe(`\
<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="isc-triggers gate" tests="1" failures="0" errors="0" skipped="0" time="11.840">
<testsuite name="beta example-sb.api.identitynow.com" tests="1" failures="0" errors="0" skipped="0" time="0.250" timestamp="2026-01-01T00:00:00Z" hostname="example-sb.api.identitynow.com">
<properties>
<property name="verdict" value="PASS"/>
<property name="exitCode" value="0"/>
<property name="target" value="tenant"/>
<property name="host" value="example-sb.api.identitynow.com"/>
<property name="apiVersion" value="beta"/>
<property name="run" value="8f3c1d"/>
</properties>
<testcase name="lists the triggers" classname="beta.triggers.list" time="0.250" file="specs/triggers/list.spec.ts"/>
</testsuite>
</testsuites>
`);
});

test('fails a case with the broken clause, what was expected and seen, curl and rerun', () => {
  const xml = renderJunit(sampleReport([brokenRecord()]));

  expect(xml).toContain(
    '<failure message="collections.filter.unsupported-operator: 200, 37 subscriptions: the filter was ignored" type="collections.filter.unsupported-operator">',
  );
  expect(xml).toContain(
    'statement: A filter operator that the field does not support is refused with 400.\n',
  );
  expect(xml).toContain('expected: 400, ErrorResponseDto\n');
  expect(xml).toContain('curl: curl -G -H &quot;Authorization: Bearer $ISC_TOKEN&quot; \\\n');
  expect(xml).toContain('rerun: npx isc-triggers gate --clause collections.filter.unsupported-operator');
});

test('names capability, reason and setting of what was skipped', () => {
  expect(renderJunit(sampleReport([skippedRecord()]))).toContain(
    `<skipped message="quota: would use up the client's quota; ISC_ALLOW_RISKS=quota"/>`,
  );
});

test('makes an error of what could not be judged or did not run', () => {
  const xml = renderJunit(sampleReport([], { planned: [sampleRecord()] }));

  expect(xml).toContain('tests="1" failures="0" errors="1"');
  expect(xml).toContain('<error message="did not run: the run ended before it" type="incomplete"/>');
  expect(renderJunit(sampleReport([errorRecord()]))).toContain('<error message="no answer within 10 s"');
});

test('passes a case that only warned, and prints the warning', () => {
  const xml = renderJunit(sampleReport([warnedRecord()]));

  expect(xml).not.toContain('<failure');
  expect(xml).toContain('<system-out>\nwarning\nexchange.body.details (should) listTriggers 200\n');
});

test('shows characters that XML 1.0 cannot hold', () => {
  const seen = 'a\u001b[31m\u0000\ud800\ufffe & <b> "c" ]]>';
  const xml = renderJunit(sampleReport([brokenRecord({ violations: [sampleViolation({ seen })] })]));

  expect(xml).toContain('seen: a\\u001b[31m\\u0000\\ud800\\ufffe &amp; &lt;b&gt; &quot;c&quot; ]]&gt;\n');
  expect(xml).not.toMatch(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u);
});

test('keeps a title of 10,000 characters and markup whole in one attribute', () => {
  const xml = renderJunit(sampleReport([sampleRecord({ title: `"\n<${'x'.repeat(9000)}` })]));

  expect(xml).toContain(`name="&quot;&#10;&lt;${'x'.repeat(9000)}"`);
});
