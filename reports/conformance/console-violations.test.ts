import { expect, test } from '@playwright/test';
import { renderConsole } from './console.ts';
import { brokenRecord, sampleReport, sampleViolation } from './samples.ts';

const plain = { colour: false, reportPath: 'results/latest/conformance.json' };

test('prints ten broken promises in full and counts the rest', () => {
  const violations = Array.from({ length: 13 }, (_, index) =>
    sampleViolation({ clause: `promise.${index}` }),
  );
  const text = renderConsole(sampleReport([brokenRecord({ violations })]), plain);

  expect(text.match(/^BROKEN/gm)).toHaveLength(10);
  expect(text).toContain('\n3 more broken promises, see conformance.json\n');
});

test('says how often the same promise was broken, and in which versions', () => {
  const target = { kind: 'tenant', host: 'x', apiVersions: ['beta', 'v1'] } as const;
  const text = renderConsole(
    sampleReport([brokenRecord(), brokenRecord({ apiVersion: 'v1' })], { target }),
    plain,
  );

  expect(text).toContain('(must)  listSubscriptions 400  beta, v1  2 times\n');
});

test('does not obey what a tenant wrote', () => {
  const seen = `\u001b[2J\u0007\u202enull\u0000 ${'x'.repeat(10_000)}`;
  const text = renderConsole(
    sampleReport([brokenRecord({ violations: [sampleViolation({ seen })] })]),
    plain,
  );

  expect(text).toContain('  seen       \\u0007\\u202enull\\u0000 xxx');
  expect(text).not.toMatch(/[^\P{Cc}\n]|\p{Cf}/u);
  expect(Math.max(...text.split('\n').map(({ length }) => length))).toBeLessThan(400);
});

test('shows each of several things that were seen', () => {
  const violations = [
    sampleViolation({ seen: 'unknown value "A"' }),
    sampleViolation({ seen: 'unknown value "B"' }),
  ];
  const text = renderConsole(sampleReport([brokenRecord({ violations })]), plain);

  expect(text).toContain('\n  seen       unknown value "A"\n             also: unknown value "B"\n');
});

test('moves no line of a curl that belongs to a quoted body', () => {
  const text = renderConsole(
    sampleReport([brokenRecord()], { curlOf: () => "curl \\\n    -d 'a\n  b'" }),
    plain,
  );

  expect(text).toContain("  curl       curl \\\n             -d 'a\n  b'\n");
});
