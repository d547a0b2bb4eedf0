import { expect, test } from '@playwright/test';
import type { OperationId } from '../contracts/operations.ts';
import { type MockTenant, mockTenant } from './testing/mock-tenant.ts';
import { familyOf } from './testing/processes.ts';
import { type Ended, runProgram, startProgram } from './testing/run-program.ts';
import { watchedSecrets } from './testing/watched-secrets.ts';
import { type Workplace, workplace } from './testing/workplace.ts';

const often = { intervals: [20], timeout: 30_000 };

// Two runs, and a search for every secret in every file of both.
test.describe.configure({ timeout: 120_000 });

const patching = ['gate', '--operation', 'patchSubscription'];

/** Each place where a secret stands that should stand nowhere. */
const leaks = (secrets: ReadonlySet<string>, { output }: Ended, place: Workplace): readonly string[] =>
  [['the output', output] as const, ...place.files()].flatMap(([where, text]) =>
    [...secrets]
      .filter((secret) => spellings(secret).some((spelling) => text.includes(spelling)))
      .map((secret) => `${secret.slice(0, 12)}... in ${where}`),
  );

/** As it is, in a URL, and as a part of basic credentials, wherever in them it begins. */
const spellings = (secret: string): readonly string[] => [
  secret,
  encodeURIComponent(secret),
  ...[0, 1, 2].map((shift) =>
    Buffer.from('x'.repeat(shift) + secret)
      .toString('base64')
      .slice(4, -4),
  ),
];

const wrongStatus: Readonly<Partial<Record<OperationId, number>>> = {
  updateSubscription: 201,
  patchSubscription: 201,
  startTestTriggerInvocation: 201,
  completeTriggerInvocation: 202,
};

/** From now on the tenant answers some right requests wrongly, and says back all that it is told. */
const breakAndEcho = ({ mock }: MockTenant): void => {
  const { seams } = mock.tenant;
  const { respond } = seams;

  seams.respond = async (reply, call, tenant) => {
    const { status, headers, body } = await respond(reply, call, tenant);
    const echo = `${call.headers.authorization} ${call.rawBody?.toString('utf8')}`;
    const isRecord = typeof body === 'object' && body !== null && !Array.isArray(body);

    return {
      status: status < 300 ? (wrongStatus[call.operation] ?? status) : status,
      headers: { ...headers, 'X-Echo': encodeURIComponent(echo) },
      ...(body !== undefined && { body: isRecord ? { ...body, echo, text: echo } : body }),
    };
  };
};

const chosen = [
  patching,
  ['gate', '--operation', 'completeTriggerInvocation'],
  ['gate', '--clause', 'dispatch.async.callback'],
];

for (const args of chosen) {
  test(`no secret reaches an output of a green ${args.join(' ')}, nor of a red one`, async () => {
    await using tenant = await mockTenant();
    using place = workplace();
    const secrets = watchedSecrets(tenant);
    const run = () => runProgram(args, { cwd: place.cwd, env: tenant.env });

    const green = await run();
    const found = leaks(secrets, green, place);
    breakAndEcho(tenant);
    const red = await run();

    expect([green.code, red.code]).toEqual([0, 1]);
    expect(red.stdout).toMatch(/^ {2}curl /m);
    expect(secrets.size).toBeGreaterThan(10);
    expect(found).toEqual([]);
    expect(leaks(secrets, red, place)).toEqual([]);
  });
}

test('no secret reaches an output of a run whose tenant dies, nor of what cleans up after it', async () => {
  await using tenant = await mockTenant();
  using place = workplace();
  const secrets = watchedSecrets(tenant);
  breakAndEcho(tenant);
  const run = startProgram(patching, { cwd: place.cwd, env: tenant.env });
  await expect.poll(() => secrets.size, often).toBeGreaterThan(10);

  await tenant.mock.close();
  const ended = await run.ended;
  const janitor = await runProgram(['janitor', '--older-than', '0'], { cwd: place.cwd, env: tenant.env });
  const doctor = await runProgram(['doctor'], { cwd: place.cwd, env: tenant.env });

  expect([ended.code, janitor.code, doctor.code]).toEqual([1, 2, 2]);
  for (const each of [ended, janitor, doctor]) expect(leaks(secrets, each, place)).toEqual([]);
});

for (const signal of ['SIGINT', 'SIGKILL'] as const) {
  test(`no secret reaches an output of a run that ${signal} ends`, async () => {
    await using tenant = await mockTenant();
    using place = workplace();
    const secrets = watchedSecrets(tenant);
    breakAndEcho(tenant);
    const run = startProgram(patching, { cwd: place.cwd, env: tenant.env });
    await expect.poll(() => secrets.size, often).toBeGreaterThan(10);

    if (signal === 'SIGINT') run.signal(signal);
    else for (const pid of familyOf(run.pid)) process.kill(pid, signal);
    const ended = await run.ended;

    expect(place.files().size).toBeGreaterThan(1);
    expect(leaks(secrets, ended, place)).toEqual([]);
  });
}
