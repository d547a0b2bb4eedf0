import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { parseSlo } from './read-slo.ts';

const file = new URL('../slo.yaml', import.meta.url);
const text = readFileSync(file, 'utf8');

test('the limits that come with the program are read', () => {
  expect(parseSlo('slo.yaml', text)).toMatchObject({
    latency: { accepted: { p95: 500, p99: 1000 }, visible: { p99: 10_000 } },
    deadline: { limitMs: 10_000, missed: 0.001 },
    allowed: { lost: 0, doubled: 0 },
    certificate: { rateError: 0.01, latenessP99Ms: 10, cpuShare: 0.8 },
    carried: 0.99,
    headroom: 1.5,
  });
});

test('a limit may be on any of the quantiles that are reported (FC-064)', () => {
  const { latency } = parseSlo('slo.yaml', text.replace('p95: 500ms', 'p50: 50ms\n    p99.9: 2s'));

  expect(latency.accepted).toEqual({ p50: 50, p99: 1000, 'p99.9': 2000 });
});

for (const [what, from, to, message] of [
  ['no duration', 'p95: 500ms', 'p95: fast', /slo\.yaml:\d+ latency\.accepted\.p95 is no duration/],
  ['no share', 'missed: 0.1%', 'missed: 0.1', /slo\.yaml:\d+ deadline\.missed is no share/],
  [
    'an unknown phase',
    '  delivered:',
    '  delivred:',
    /slo\.yaml:\d+ latency has no key delivred.*Did you mean delivered/s,
  ],
  ['a limit left out', 'headroom: 1.5', '', /slo\.yaml:\d+ The file of limits lacks headroom/],
  ['no number', 'headroom: 1.5', 'headroom: much', /slo\.yaml:\d+ headroom is no number above 0/],
  ['no YAML', 'latency:', 'latency: [', /slo\.yaml:\d+:\d+ is not YAML/],
] as const)
  test(`a mistake is told with its line: ${what}`, () => {
    expect(() => parseSlo('slo.yaml', text.replace(from, to))).toThrow(message);
  });

test('every mistake of a file is told at once', () => {
  const wrong = text.replace('p95: 500ms', 'p95: x').replace('headroom: 1.5', 'headroom: x');

  expect(() => parseSlo('slo.yaml', wrong)).toThrow(/p95.*\n.*headroom/);
});
