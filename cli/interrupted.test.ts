import { expect, test } from '@playwright/test';
import { json, serve } from '../client/testing/tenant.ts';
import { canary, isTokenRequest, tenantEnv, tenantThat } from './testing/fake-tenant.ts';
import { mockTenant } from './testing/mock-tenant.ts';
import { familyOf, isAlive } from './testing/processes.ts';
import { runProgram, startProgram } from './testing/run-program.ts';
import { workplace } from './testing/workplace.ts';

const often = { intervals: [20], timeout: 30_000 };
const gate = ['gate', '--operation', 'createSubscription', '--quiet'];

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  test(`${signal} in the middle of a run: 130, everything removed, no process left`, async () => {
    await using tenant = await mockTenant();
    using place = workplace();
    const before = tenant.foreign();
    const run = startProgram(gate, { cwd: place.cwd, env: tenant.env });
    await expect.poll(() => tenant.marked().length, often).toBeGreaterThan(4);
    const family = familyOf(run.pid);

    run.signal(signal);
    const { code, output } = await run.ended;

    expect(code).toBe(130);
    expect(output).toMatch(/INCOMPLETE {2}interrupted/);
    expect(place.report()).toMatchObject({ verdict: 'INCOMPLETE', exitCode: 130, leftovers: [] });
    expect(tenant.marked()).toEqual([]);
    expect(tenant.foreign()).toBe(before);
    expect(family.length).toBeGreaterThan(2);
    await expect.poll(() => family.filter(isAlive), often).toEqual([]);
  });
}

test('a second Ctrl-C ends a run at once, though its tenant does not answer', async () => {
  let hanging = false;
  await using tenant = await tenantThat(({ method }, response) => {
    hanging ||= method === 'POST';
    if (!hanging) json(response, 200, []);
  });
  using place = workplace();
  const env = tenantEnv(tenant.url, { ISC_ALLOW_WRITES: '127.0.0.1' });
  const run = startProgram(gate, { cwd: place.cwd, env });
  await expect.poll(() => hanging, often).toBe(true);
  const family = familyOf(run.pid);
  const asked = performance.now();
  let ended = false;
  void run.ended.then(() => {
    ended = true;
  });

  await expect
    .poll(() => {
      run.signal('SIGINT');
      return ended;
    }, often)
    .toBe(true);
  const { code, stderr } = await run.ended;

  expect(performance.now() - asked).toBeLessThan(4000);
  expect(code).toBe(130);
  expect(stderr).toContain('npx isc-triggers janitor --older-than 0');
  await expect.poll(() => family.filter(isAlive), often).toEqual([]);
});

test('Ctrl-C while the tenant is still looked at ends the program, and says so', async () => {
  let asked = false;
  await using tenant = await serve(
    (seen) => {
      asked ||= isTokenRequest(seen);
    },
    { tokens: false },
  );
  using place = workplace();
  const run = startProgram(gate, { cwd: place.cwd, env: tenantEnv(tenant.url) });
  await expect.poll(() => asked, often).toBe(true);

  run.signal('SIGINT');
  const { code, output, seconds } = await run.ended;

  expect([code, output.includes('Interrupted.'), output.includes(canary.secret)]).toEqual([130, true, false]);
  expect(seconds).toBeLessThan(7);
});

test('FC-054: what a killed run left is listed, removed when asked for, and nothing else is touched', async () => {
  await using tenant = await mockTenant();
  using place = workplace();
  const before = tenant.foreign();
  const janitor = (...args: readonly string[]) =>
    runProgram(['janitor', ...args], { cwd: place.cwd, env: tenant.env });
  const run = startProgram(gate, { cwd: place.cwd, env: tenant.env });
  await expect.poll(() => tenant.marked().length, often).toBeGreaterThan(4);

  for (const pid of familyOf(run.pid)) process.kill(pid, 'SIGKILL');
  await run.ended;
  const left = tenant.marked();
  const young = await janitor();
  const listed = await janitor('--older-than', '0');
  const stillThere = tenant.marked();
  const readOnly = await runProgram(['janitor', '--yes', '--older-than', '0'], {
    cwd: place.cwd,
    env: { ...tenant.env, ISC_ALLOW_WRITES: '' },
  });
  const removed = await janitor('--yes', '--older-than', '0');
  const again = await janitor('--older-than', '0');

  expect(left.length).toBeGreaterThan(4);
  expect(young.stdout).toContain(`${left.length} younger than 6h`);
  expect(listed.code).toBe(1);
  expect(listed.stdout.match(/^left {5}/gm)).toHaveLength(left.length);
  for (const name of left) expect(listed.stdout).toContain(name);
  expect(stillThere).toEqual(left);
  expect([readOnly.code, readOnly.stderr]).toEqual([
    2,
    '127.0.0.1 is read-only: nothing can be removed. Set ISC_ALLOW_WRITES=127.0.0.1.\n',
  ]);
  expect([removed.code, tenant.marked()]).toEqual([0, []]);
  expect(removed.stdout).toContain(`${left.length} removed`);
  expect(again.code).toBe(0);
  expect(tenant.foreign()).toBe(before);
});

test('a run whose command was killed ends by itself and removes what it made', async () => {
  await using tenant = await mockTenant();
  using place = workplace();
  const run = startProgram(gate, { cwd: place.cwd, env: tenant.env });
  await expect.poll(() => tenant.marked().length, often).toBeGreaterThan(4);
  const family = familyOf(run.pid);

  run.signal('SIGKILL');

  await expect.poll(() => family.filter(isAlive), often).toEqual([]);
  expect(tenant.marked()).toEqual([]);
});
