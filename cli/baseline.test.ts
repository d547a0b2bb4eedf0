import { copyFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { mutants } from '../mock/faults/index.ts';
import { type MockTenant, mockTenant } from './testing/mock-tenant.ts';
import { runProgram } from './testing/run-program.ts';
import { workplace } from './testing/workplace.ts';

const gate = ['gate', '--operation', 'createSubscription', '--quiet', '--no-color'];

const breakTenant = ({ mock }: MockTenant, ...ids: readonly string[]): void => {
  for (const { id, apply } of mutants) if (ids.includes(id)) apply(mock.tenant);
};

test('a break that the baseline has is no news; a second one is', async () => {
  // Three gates, on a machine that may have other work.
  test.setTimeout(180_000);
  await using tenant = await mockTenant();
  using place = workplace();
  const run = (...more: readonly string[]) =>
    runProgram([...gate, ...more], { cwd: place.cwd, env: tenant.env });

  breakTenant(tenant, 'create-answered-200');
  const first = await run();
  const before = place.report();
  copyFileSync(join(place.cwd, 'results/latest/conformance.json'), join(place.cwd, 'main.json'));
  const baseline = ['--baseline', 'main.json', '--only-new'];
  const second = await run(...baseline);
  const after = place.report();
  breakTenant(tenant, 'created-without-a-name');
  const third = await run(...baseline);

  expect(first.code).toBe(1);
  expect(after.violations.map(({ fingerprint }) => fingerprint).sort()).toEqual(
    before.violations.map(({ fingerprint }) => fingerprint).sort(),
  );
  expect(second.code).toBe(0);
  expect(second.stdout).toContain('nothing is broken that was not broken before');
  expect(third.code).toBe(1);
});

test('--only-new without a baseline is told in a sentence', async () => {
  using place = workplace();
  const { code, output } = await runProgram([...gate, '--only-new'], { cwd: place.cwd });

  expect(code).toBe(2);
  expect(output).toContain('--only-new needs --baseline FILE');
});

for (const [what, file] of [
  ['that is not there', 'nowhere.json'],
  ['that is no report', 'list.json'],
] as const) {
  test(`a baseline ${what} is told in a sentence before anything is sent`, async () => {
    await using tenant = await mockTenant();
    using place = workplace();
    writeFileSync(join(place.cwd, 'list.json'), '[]');
    const { code, output } = await runProgram([...gate, '--baseline', file], {
      cwd: place.cwd,
      env: tenant.env,
    });

    expect(code).toBe(2);
    expect(output).toContain(file);
    expect(output).not.toMatch(/^\s+at /m);
    expect(tenant.mock.tenant.counts.read().requests).toEqual({});
  });
}
