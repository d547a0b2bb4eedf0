import { expect, test } from '@playwright/test';
import { json, serve } from '../client/testing/tenant.ts';
import { canary, isTokenRequest, tenantEnv, tenantThat } from './testing/fake-tenant.ts';
import { type Ended, runProgram } from './testing/run-program.ts';
import { type Workplace, workplace } from './testing/workplace.ts';

const gate = ['gate', '--operation', 'createSubscription', '--quiet'];

const expectQuiet = ({ output }: Ended, place: Workplace): void => {
  for (const text of [output, ...place.files().values()]) {
    expect(text).not.toContain(canary.secret);
    expect(text).not.toContain(canary.token);
    expect(text).not.toMatch(/^\s+at .*:\d+:\d+/m);
  }
};

test('a tenant that accepts and never answers ends a run with 2 within 20 s', async () => {
  await using tenant = await serve(() => {}, { tokens: false });
  using place = workplace();

  const ended = await runProgram(gate, { cwd: place.cwd, env: tenantEnv(tenant.url) });

  expect(ended.output).toMatch(/POST \/oauth\/token: .* did not answer within 8 s\..*try again later/);
  expect(ended.code).toBe(2);
  expect(ended.seconds).toBeLessThan(20);
  expectQuiet(ended, place);
});

test('a tenant that closes every connection ends a run with 2 at once', async () => {
  await using tenant = await serve((_, response) => response.socket?.destroy(), { tokens: false });
  using place = workplace();

  const ended = await runProgram(gate, { cwd: place.cwd, env: tenantEnv(tenant.url) });

  expect(ended.output).toMatch(/closed the connection without a complete answer/);
  expect(ended.code).toBe(2);
  expect(ended.seconds).toBeLessThan(10);
  expectQuiet(ended, place);
});

/** Answers what is asked before a run, and then goes. */
const leaving = (go: (response: Parameters<Parameters<typeof tenantThat>[0]>[1]) => void) => {
  let asked = 0;

  return tenantThat((_, response) => {
    asked += 1;
    if (asked <= 3) json(response, 200, []);
    else go(response);
  });
};

for (const { name, go, within } of [
  { name: 'never answers again', go: () => {}, within: 45 },
  {
    name: 'closes every connection',
    go: (response: Readonly<{ socket: Readonly<{ destroy(): void }> | null }>) => response.socket?.destroy(),
    within: 20,
  },
]) {
  test(`a tenant that begins well and then ${name} ends a run with 2 within ${within} s`, async () => {
    await using tenant = await leaving(go);
    using place = workplace();
    const env = tenantEnv(tenant.url, { ISC_ALLOW_WRITES: '127.0.0.1', ISC_QUOTA: 'off' });

    const ended = await runProgram(gate, { cwd: place.cwd, env });

    expect(ended.code).toBe(2);
    expect(ended.output).toMatch(/INCOMPLETE .*The tenant is gone: 3 requests in a row failed/);
    expect(ended.output).not.toContain('BROKEN');
    expect(place.report()).toMatchObject({ verdict: 'INCOMPLETE', violations: [] });
    expect(tenant.seen.filter((seen) => !isTokenRequest(seen)).length).toBeLessThan(16);
    expect(ended.seconds).toBeLessThan(within);
    expectQuiet(ended, place);
  });
}
