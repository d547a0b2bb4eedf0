import { expect, test } from '@playwright/test';
import { operations } from '../contracts/operations.ts';
import { type MockTenant, mockTenant } from './testing/mock-tenant.ts';
import { runProgram } from './testing/run-program.ts';
import { workplace } from './testing/workplace.ts';

/** The methods of all requests that a tenant answers from now on, tokens left out. */
const methodsSeen = ({ mock: { tenant } }: MockTenant): readonly string[] => {
  const seen: string[] = [];
  const { respond } = tenant.seams;
  tenant.seams.respond = (reply, call, model) => {
    seen.push(operations[call.operation].method);
    return respond(reply, call, model);
  };

  return seen;
};

test('a gate on a read-only tenant sends GET alone, passes, and says what it skipped and why (FC-070)', async () => {
  await using tenant = await mockTenant();
  using place = workplace();
  const methods = methodsSeen(tenant);
  const { ISC_ALLOW_WRITES, ...readOnly } = tenant.env;

  const { code, stdout } = await runProgram(['gate', '--quiet', '--require-cells', '5'], {
    cwd: place.cwd,
    env: readOnly,
  });
  const report = place.report();

  expect(ISC_ALLOW_WRITES).toBe('127.0.0.1');
  expect(code).toBe(0);
  expect(stdout).toContain('writes: none, read-only');
  expect(stdout).toMatch(
    /creates subscriptions of its own, disabled, and removes them; ISC_ALLOW_WRITES=127\.0\.0\.1/,
  );
  expect([...new Set(methods)]).toEqual(['GET']);
  expect(report).toMatchObject({ verdict: 'PASS', conditions: { writes: 'none' }, leftovers: [] });
  expect(report.specs.filter(({ outcome, skip }) => outcome === 'skipped' && !skip?.reason)).toEqual([]);
  expect(report.tests.skipped).toBe(report.specs.filter(({ outcome }) => outcome === 'skipped').length);
  expect(report.tests.passed).toBeGreaterThan(10);
});

test('doctor sends GET and token requests alone, and says what each further setting would add', async () => {
  await using tenant = await mockTenant();
  using place = workplace();
  const methods = methodsSeen(tenant);

  const { ISC_ALLOW_WRITES: host, ...env } = tenant.env;
  const { code, stdout } = await runProgram(['doctor'], { cwd: place.cwd, env });
  const cells = [...stdout.matchAll(/^ +(\d+) {2}(now|\+)/gm)].map(([, number]) => Number(number));

  expect(code).toBe(0);
  expect([...new Set(methods)]).toEqual(['GET']);
  expect(stdout).toMatch(/Reaches {3}yes: GET \/oauth\/info 200 in \d+ ms, clocks differ by \d+\.\d s/);
  expect(stdout).toMatch(/Token {5}yes, for \d+ min, scopes: sp:/);
  expect(stdout).toMatch(/Lists {5}yes/);
  expect(stdout).toContain(`+ ISC_ALLOW_WRITES=${host}`);
  expect(stdout).toContain('npx isc-triggers health only reads. Give it a client of its own');
  expect(cells.length).toBeGreaterThan(2);
  expect(cells).toEqual(cells.toSorted((one, other) => one - other));
  expect(stdout).toContain('PASS    a gate can run here  (exit 0)');
});
