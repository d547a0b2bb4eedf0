import { lstatSync, readFileSync, readlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { mutants } from '../mock/faults/index.ts';
import { mockTenant } from './testing/mock-tenant.ts';
import { runProgram } from './testing/run-program.ts';
import { workplace } from './testing/workplace.ts';

test('the short run judges two versions by two processes, and leaves its files and a job summary', async () => {
  using place = workplace();
  const summary = join(place.cwd, 'summary.md');
  const latest = join(place.cwd, 'results', 'latest');
  const env = { GITHUB_ACTIONS: 'true', GITHUB_STEP_SUMMARY: summary };

  const { code, stdout, stderr } = await runProgram(
    ['gate', '--smoke', '--workers', '2', '--api-version', 'v2024,v1'],
    { cwd: place.cwd, env },
  );
  const report = place.report();

  expect(code).toBe(0);
  expect(stdout).toMatch(/^PASS {4}\d+ of 128 cells/m);
  expect(stdout).toContain(
    "Judged the suite's own mock: this checkout works. It says nothing about a tenant.",
  );
  expect(stdout).toContain('Report  results/latest/conformance.html');
  expect(stdout).not.toMatch(/^::/m);
  expect(stderr).toMatch(/specs \d+ of \d+/);
  expect(report).toMatchObject({
    schemaVersion: 1,
    verdict: 'PASS',
    target: { kind: 'mock', apiVersions: ['v2024', 'v1'] },
    conditions: { workers: 2, selection: '--smoke' },
  });
  expect(report.cells).toHaveLength(128);
  expect(lstatSync(latest).isSymbolicLink()).toBe(true);
  expect(readlinkSync(latest)).toMatch(new RegExp(`^\\d{8}T\\d{6}Z-gate-${report.run.id}$`));
  expect(readFileSync(join(latest, 'junit.xml'), 'utf8')).toContain('<testsuite');
  expect(readFileSync(summary, 'utf8')).toMatch(/PASS.*of 128 cells/s);
});

test('fewer cells than required is INCOMPLETE, and latest is the run that came last', async () => {
  using place = workplace();
  const gate = (...args: readonly string[]) =>
    runProgram(['gate', '--clause', 'triggers.list', '--quiet', ...args], { cwd: place.cwd });

  const enough = await gate('--require-cells', '1');
  const { id } = place.report().run;
  const tooFew = await gate('--require-cells', '64');

  expect(enough.code).toBe(0);
  expect(enough.stderr).toBe('');
  expect(tooFew.code).toBe(2);
  expect(tooFew.stdout).toMatch(/INCOMPLETE {2}\d+ cells? judged, --require-cells asks for 64/);
  expect(place.report().run.id).not.toBe(id);
});

test('a broken tenant: 1, the promise with what was seen, a command that runs, an annotation, no secret', async () => {
  await using tenant = await mockTenant();
  using place = workplace();
  mutants.find(({ id }) => id === 'create-answered-200')?.apply(tenant.mock.tenant);
  const args = ['gate', '--clause', 'subscriptions.create', '--quiet'];

  const { code, stdout, output } = await runProgram(args, {
    cwd: place.cwd,
    env: { ...tenant.env, GITHUB_ACTIONS: 'true' },
  });

  expect(code).toBe(1);
  expect(stdout).toMatch(/^BROKEN {2}\S+ {2}\(must\) {2}createSubscription/m);
  expect(stdout).toMatch(/^ {2}expected {3}201/m);
  expect(stdout).toMatch(/^ {2}seen {7}200/m);
  expect(stdout).toContain('Authorization: Bearer $ISC_TOKEN');
  expect(stdout).toContain('rerun      npx isc-triggers gate --clause subscriptions.create');
  expect(stdout).toMatch(/^::error /m);
  expect(place.report()).toMatchObject({ verdict: 'FAIL', exitCode: 1, leftovers: [] });
  expect(tenant.marked()).toEqual([]);
  for (const text of [output, ...place.files().values()]) {
    expect(text).not.toContain(tenant.env.SAIL_CLIENT_SECRET);
    expect(text).not.toMatch(/eyJ[\w-]{20,}\.[\w-]+\./);
    expect(text).not.toMatch(/^\s+at .*:\d+:\d+/m);
  }
});

test('FC-068: where nothing is judged there is no PASS', async () => {
  await using tenant = await mockTenant();
  using place = workplace();
  const { cwd } = place;

  const noSpec = await runProgram(
    ['gate', '--quiet', '--clause', 'triggers.list', '--operation', 'deleteSubscription'],
    { cwd },
  );
  const allSkipped = await runProgram(
    ['gate', '--quiet', '--clause', 'subscriptions.limit.fire-and-forget'],
    { cwd, env: { ...tenant.env, ISC_ALLOW_WRITES: '' } },
  );

  for (const { code, stdout } of [noSpec, allSkipped]) {
    expect(code).toBe(2);
    expect(stdout).toMatch(/INCOMPLETE {2}.*nothing was judged/);
    expect(stdout).toContain('0 of 64 cells');
  }
});
