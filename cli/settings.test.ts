import { expect, test } from '@playwright/test';
import { canary, tenantEnv } from './testing/fake-tenant.ts';
import { type Ended, runProgram } from './testing/run-program.ts';
import { workplace } from './testing/workplace.ts';

/** Which no process listens on. */
const closed = 'http://127.0.0.1:9';

const gateWith = async (env: Readonly<Record<string, string>>): Promise<Ended> => {
  using place = workplace();
  place.setting(env);

  return await runProgram(['gate'], { cwd: place.cwd });
};

test('a half-filled .env: every missing setting is named, with what it is for and where it goes', async () => {
  const { code, stderr } = await gateWith({ ISC_TARGET: 'tenant', SAIL_CLIENT_SECRET: canary.secret });

  expect(stderr).toContain('2 settings are wrong.');
  expect(stderr).toContain(
    "SAIL_BASE_URL is not set: a tenant run needs the tenant's address. Put it into .env (see .env.example).",
  );
  expect(stderr).toContain('SAIL_CLIENT_ID is not set');
  expect(stderr).not.toContain(canary.secret);
  expect(code).toBe(2);
});

test('a wrong .env: every wrong setting is named with the values it may have', async () => {
  const { code, stderr } = await gateWith({
    ...tenantEnv('example.api.identitynow.com'),
    ISC_TARGET: 'tennant',
    ISC_ALLOW_RISKS: 'everything',
    ISC_QUOTA: 'much',
  });

  expect(stderr).toMatch(/ISC_TARGET is "tennant".*mock.*tenant/);
  expect(stderr).toMatch(/ISC_ALLOW_RISKS.*enabled, limits, slots, quota/);
  expect(stderr).toMatch(/ISC_QUOTA is "much".*100\/10s/);
  expect(code).toBe(2);
});

test('a misspelt setting is pointed out, and does not stop what it does not matter to', async () => {
  const { code, stderr } = await gateWith({ ISC_TARGETT: 'tenant', SAIL_BASE_URL: closed, ISC_QUOTA: 'x' });

  expect(stderr).toContain('Warning: ISC_TARGETT is no setting: did you mean ISC_TARGET?');
  expect(code).toBe(2);
});

test('.env of the folder is read, and the environment wins over it', async () => {
  using place = workplace();
  place.setting(tenantEnv('http://127.0.0.1:10'));

  const { code, output } = await runProgram(['gate'], { cwd: place.cwd, env: { SAIL_BASE_URL: closed } });

  expect(output).toContain('target: tenant 127.0.0.1');
  expect(output).toContain('POST /oauth/token: 127.0.0.1:9 accepts no connection.');
  expect(output).toContain('is SAIL_BASE_URL right, and is the tenant up?');
  expect(output).not.toContain(canary.secret);
  expect(code).toBe(2);
});

test('doctor says what is set, from where, and what is missing', async () => {
  using place = workplace();
  place.setting({ ISC_TARGET: 'tenant', SAIL_BASE_URL: closed, SAIL_CLIENT_ID: 'client-1' });

  const { code, stdout } = await runProgram(['doctor'], { cwd: place.cwd, env: { SAIL_BASE_URL: closed } });

  expect(stdout).toMatch(/ISC_TARGET +tenant +from \.env/);
  expect(stdout).toMatch(/SAIL_BASE_URL +http:\/\/127\.0\.0\.1:9 +from environment, wins over \.env/);
  expect(stdout).toMatch(/SAIL_CLIENT_ID +set +from \.env/);
  expect(stdout).toMatch(/SAIL_CLIENT_SECRET +MISSING/);
  expect(stdout).toMatch(/ISC_ALLOW_WRITES +not set: read-only/);
  expect(stdout).toMatch(/^ +0 +now$/m);
  expect(stdout).toMatch(/^ +\d+ +\+ SAIL_CLIENT_SECRET/m);
  expect(stdout).toMatch(/INCOMPLETE {2}SAIL_CLIENT_SECRET is not set.*\(exit 2\)/);
  expect(code).toBe(2);
});
