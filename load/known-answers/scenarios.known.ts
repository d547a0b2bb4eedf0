import { expect, test } from '@playwright/test';
import { knownRun, needsK6, scenarioOf } from './run.ts';

test.beforeEach(needsK6);

test('the four scenarios judge the embedded tenant, lose and double nothing, and leave nothing', async () => {
  const run = await knownRun({ load: ['--workload', 'smoke'] });
  const { report } = run;

  expect(report.scenarios.map(({ name }) => name)).toEqual([
    'dispatch-latency',
    'subscription-limits',
    'pagination',
    'rate-limit',
  ]);
  expect(report.scenarios.flatMap(({ findings }) => findings)).toEqual([]);
  expect(report.accounting.deliveries).toMatchObject({ lost: 0, doubled: 0 });
  expect(report.leftovers).toEqual([]);
  expect(run.html).toBe(true);
  expect(run.output).not.toContain('undefined');
  const { quota } = scenarioOf(run, 'rate-limit');
  expect(Math.abs((quota?.burst ?? 0) - 100)).toBeLessThanOrEqual(3);
  expect(Math.abs((quota?.refillPerSecond ?? 0) - 10)).toBeLessThanOrEqual(0.3);
});

for (const [scenario, fault, finding] of [
  ['subscription-limits', 'fire-and-forget-admits-51', '51 subscriptions were held at once'],
  ['subscription-limits', 'limit-lost-in-a-race', 'were held at once'],
  ['subscription-limits', 'freed-place-stays-taken', 'came while a place was free'],
  ['pagination', 'second-page-repeats-a-record', 'a record came on more than one page'],
  ['pagination', 'second-page-skips-a-record', 'a record that is there did not come'],
] as const)
  test(`${scenario} finds ${fault}`, async () => {
    const run = await knownRun({
      mock: ['--quota', 'off', '--fault', fault],
      load: ['--scenario', scenario],
    });

    expect(run.report.verdict).toBe('FAIL');
    expect(run.code).toBe(1);
    expect(run.report.reasons.join('\n')).toContain(finding);
  });

test('rate-limit finds a Retry-After that is too short', async () => {
  const run = await knownRun({
    mock: ['--quota', '100/10s', '--fault', 'retry-after-too-short'],
    load: ['--scenario', 'rate-limit'],
    env: { ISC_QUOTA: '100/10s' },
  });

  expect(run.code).toBe(1);
  expect(run.report.reasons.join('\n')).toContain('were refused again');
});

test('a tenant that takes no short response deadline is measured all the same', async () => {
  const run = await knownRun({
    mock: ['--quota', 'off', '--fault', 'deadlines-of-an-hour-or-more'],
    load: ['--scenario', 'dispatch-latency', '--rate', '5'],
  });

  expect(scenarioOf(run, 'dispatch-latency').accounting?.completions).toMatchObject({ missed: 0 });
  expect(run.report.leftovers).toEqual([]);
});
