import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { json } from '../client/testing/tenant.ts';
import { operations } from '../contracts/operations.ts';
import type { HealthReport } from '../reports/health/health-report.ts';
import { writeNights } from '../reports/history/testing/year.ts';
import { canary, tenantEnv, tenantThat } from './testing/fake-tenant.ts';
import { fullTenant, watchPeak } from './testing/full-tenant.ts';
import { type MockTenant, mockTenant } from './testing/mock-tenant.ts';
import { runProgram, startProgram } from './testing/run-program.ts';
import { type Workplace, workplace } from './testing/workplace.ts';

const hour = 3_600_000;

const read = ({ cwd }: Workplace, ...path: readonly string[]): string =>
  readFileSync(join(cwd, ...path), 'utf8');

const reportOf = (place: Workplace): HealthReport =>
  JSON.parse(read(place, 'results', 'latest', 'health.json')) as HealthReport;

const plantFailure = (
  { mock }: MockTenant,
  message = 'The subscriber answered 401.',
  input: unknown = {},
) => {
  const { store } = mock.tenant;
  const subscription = store.subscriptions.list().find(({ name }) => name.startsWith('mover'));
  if (!subscription) throw new Error('There is no mover.');
  const created = Date.now() - hour / 2;
  store.invocations.put({
    id: 'planted',
    triggerId: subscription.triggerId,
    subscriptionId: subscription.id,
    subscriptionName: subscription.name,
    type: 'REAL_TIME',
    secret: 'CANARY-INVOCATION',
    input,
    contentJson: {},
    created,
    completed: created + 1000,
    localizedError: { locale: 'en-US', message },
  });

  return subscription;
};

test('health on a well tenant ends with 0, writes all its files, and sends GET alone though writes are allowed', async () => {
  await using tenant = await mockTenant();
  using place = workplace();
  const methods = new Set<string>();
  const { respond } = tenant.mock.tenant.seams;
  tenant.mock.tenant.seams.respond = (reply, call, model) => {
    methods.add(operations[call.operation].method);
    return respond(reply, call, model);
  };
  const before = tenant.foreign();

  const { code, stdout } = await runProgram(['health'], { cwd: place.cwd, env: tenant.env });
  const report = reportOf(place);

  expect(code).toBe(0);
  expect(stdout).toMatch(/health {2}target: tenant 127\.0\.0\.1 {2}API: beta {2}read-only/);
  expect(stdout).toMatch(/^PASS {4}no errors, .*\(exit 0\)$/m);
  expect([...methods]).toEqual(['GET']);
  expect(tenant.foreign()).toBe(before);
  expect(report).toMatchObject({ schemaVersion: 1, verdict: 'PASS', exitCode: 0, reasons: [] });
  expect(
    [...place.files().keys()]
      .filter((name) => name.includes('-health-'))
      .map((name) => name.split('/')[1])
      .sort(),
  ).toEqual(['health.html', 'health.json', 'health.md', 'junit.xml']);
  expect(JSON.parse(read(place, 'results', 'heartbeat.json'))).toMatchObject({
    verdict: 'PASS',
    run: report.run.id,
  });
});

test('a token with the read scopes suffices', async () => {
  await using tenant = await mockTenant();
  using place = workplace();
  const { ISC_READONLY_CLIENT_ID = '', ISC_READONLY_CLIENT_SECRET = '', SAIL_BASE_URL = '' } = tenant.env;
  const env = {
    ISC_TARGET: 'tenant',
    SAIL_BASE_URL,
    SAIL_CLIENT_ID: ISC_READONLY_CLIENT_ID,
    SAIL_CLIENT_SECRET: ISC_READONLY_CLIENT_SECRET,
  };

  expect((await runProgram(['health'], { cwd: place.cwd, env })).code).toBe(0);
});

test('what fails ends with 1 and is named in console, HTML, Markdown, JUnit and JSON alike', async () => {
  await using tenant = await mockTenant();
  using place = workplace();
  const { id } = plantFailure(tenant);

  const { code, stdout } = await runProgram(['health'], { cwd: place.cwd, env: tenant.env });
  const [finding] = reportOf(place).findings;
  const texts = [
    stdout,
    ...['health.html', 'health.md', 'junit.xml'].map((name) => read(place, 'results', 'latest', name)),
  ];

  expect(code).toBe(1);
  expect(finding).toMatchObject({
    id: 'invocations.failing',
    severity: 'error',
    state: 'new',
    subject: { kind: 'subscription', id },
  });
  expect(finding?.advice).toContain('PATCH of /httpConfig/basicAuthConfig/password');
  for (const text of texts) {
    expect(text).toContain('mover-sync (prod)');
    expect(text).toContain('1 x The subscriber answered 401.');
  }
  expect(stdout).toMatch(/^FAIL {4}1 error \(new\)/m);
});

test('nothing of a payload, and no secret, reaches an output', async () => {
  await using tenant = await mockTenant();
  using place = workplace();
  const person = 'Agneta Canary-Person';
  plantFailure(tenant, `Rejected ${person} <agneta@canary.example>`, { identity: { name: person } });

  const ended = await runProgram(['health', '--notify-command', 'cat'], { cwd: place.cwd, env: tenant.env });
  const everything = [ended.output, ...place.files().values()].join('\n');
  const secrets = [...Object.entries(tenant.env)]
    .filter(([name]) => /SECRET|TOKEN/.test(name))
    .map(([, value]) => value);

  expect(everything).toContain('Rejected ***');
  for (const own of ['Agneta', 'canary.example', 'CANARY-INVOCATION', 'not to be seen', ...secrets])
    expect(everything).not.toContain(own);
});

for (const [failOn, code] of [
  ['error', 0],
  ['warning', 1],
  ['info', 1],
] as const)
  test(`--fail-on ${failOn} ends a busy tenant of warnings and remarks with ${code}`, async () => {
    using place = workplace();

    expect((await runProgram(['health', '--fail-on', failOn], { cwd: place.cwd })).code).toBe(code);
  });

test('the notify command gets the Markdown on its standard input, and none of the secrets', async () => {
  using place = workplace();
  const command = 'cat > told.md; env > env.txt';

  await runProgram(['health', '--notify-command', command], {
    cwd: place.cwd,
    env: { SAIL_CLIENT_SECRET: 'CANARY' },
  });

  expect(read(place, 'told.md')).toBe(read(place, 'results', 'latest', 'health.md'));
  expect(read(place, 'env.txt')).not.toContain('CANARY');
});

test('a notify command that fails is no quiet night', async () => {
  using place = workplace();

  const { code, stderr } = await runProgram(['health', '--notify-command', 'exit 3'], { cwd: place.cwd });

  expect(code).toBe(2);
  expect(stderr).toContain('Nobody may have been told: exit 3: it ended with 3.');
});

const unjudged = [
  {
    title: 'a client without the scope of statuses',
    answer: (url: string) => (url.includes('status') ? 403 : 200),
    says: /403 to listTriggerInvocationStatus: the client of SAIL_CLIENT_ID needs sp:trigger-service-invocation-status:read or/,
    unread: 'listTriggerInvocationStatus',
  },
  {
    title: 'a tenant that answers 503',
    answer: () => 503,
    says: /something in between answers 503/,
    unread: 'listTriggers, listSubscriptions, listTriggerInvocationStatus',
  },
  {
    title: 'a tenant that answers 500',
    answer: () => 500,
    says: /listTriggers: the page at offset 0 is no list but 500/,
    unread: 'listTriggers, listSubscriptions, listTriggerInvocationStatus',
  },
];

for (const { title, answer, says, unread } of unjudged)
  test(`${title} could not be judged: 2, and that is told`, async () => {
    await using server = await tenantThat(({ url }, response) => {
      const status = answer(url);
      json(response, status, status === 200 ? [] : { detailCode: 'no' });
    });
    using place = workplace();

    const { code, stdout } = await runProgram(
      ['health', '--notify-command', 'cat > told.md', '--notify-on-change'],
      {
        cwd: place.cwd,
        env: tenantEnv(server.url),
      },
    );

    expect(code).toBe(2);
    expect(stdout).toMatch(says);
    expect(stdout).toContain(`not read: ${unread}, `);
    expect(stdout).not.toContain('0 statuses');
    expect(stdout).toMatch(/^INCOMPLETE {2}.*\(exit 2\)$/m);
    expect(reportOf(place)).toMatchObject({ verdict: 'INCOMPLETE', exitCode: 2 });
    expect(read(place, 'told.md')).toContain('INCOMPLETE: could not be judged');
    expect([...place.files().values()].join('\n')).not.toContain(canary.secret);
  });

test('a tenant that is not there could not be judged', async () => {
  using place = workplace();

  const { code, stdout } = await runProgram(['health'], {
    cwd: place.cwd,
    env: tenantEnv('http://127.0.0.1:9'),
  });

  expect(code).toBe(2);
  expect(stdout).toMatch(/^INCOMPLETE {2}.*127\.0\.0\.1:9/m);
  expect(reportOf(place).reasons).toHaveLength(1);
});

test('Ctrl-C ends the reading with 130, and leaves no report, no night and no heartbeat', async () => {
  let wasAsked = () => {};
  const asked = new Promise<void>((resolve) => {
    wasAsked = resolve;
  });
  await using server = await tenantThat(() => wasAsked());
  using place = workplace();
  const run = startProgram(['health'], { cwd: place.cwd, env: tenantEnv(server.url) });
  await asked;

  run.signal('SIGINT');

  const { code, stderr } = await run.ended;
  expect(code).toBe(130);
  expect(stderr).not.toContain('    at ');
  expect([...place.files().keys()]).toEqual([]);
});

test('Ctrl-C while somebody is told ends with 130, and the next night tells it', async () => {
  using place = workplace();
  const run = startProgram(['health', '--notify-command', 'echo told >&2; exec sleep 60'], {
    cwd: place.cwd,
  });
  await run.says(/^told$/m);

  run.signal('SIGINT');

  expect((await run.ended).code).toBe(130);
  expect([...place.files().keys()].filter((name) => /history|heartbeat/.test(name))).toEqual([]);
});

test('wrong options and settings end with 2 and a sentence', async () => {
  using place = workplace();
  const said = async (...args: readonly string[]) => {
    const { code, stderr } = await runProgram(['health', ...args], { cwd: place.cwd });
    return [code, stderr] as const;
  };

  expect(await said('--fail-on', 'warn')).toEqual([
    2,
    expect.stringMatching(/Allowed choices are error, warning, info/),
  ]);
  expect(await said('--fail-onn', 'info')).toEqual([2, expect.stringMatching(/Did you mean --fail-on/)]);
  expect(await said('--deadline-share', '80')).toEqual([2, expect.stringMatching(/above 0, and at most 1/)]);
  expect(await said('--api-version', 'v3')).toEqual([2, expect.stringMatching(/v3/)]);
});

test('900 subscriptions, 2000 statuses and a month of nights take less than 60 s and 230 MiB under the documented quota', async () => {
  test.skip(!existsSync('/proc/self/status'), 'the peak of a process is read from /proc');
  await using tenant = await fullTenant();
  using place = workplace();
  await writeNights(join(place.cwd, 'results/history/127.0.0.1'), { subscriptions: 900, nights: 35 });
  const { ISC_QUOTA: _, ...env } = tenant.env;

  const run = startProgram(['health'], { cwd: place.cwd, env });
  using watch = watchPeak(run.pid);
  const { stdout, seconds } = await run.ended;

  expect(stdout).toContain('900 subscriptions, 2000 statuses (cut off at 2000: older ones are missing)');
  expect(stdout).toContain('no 429, no 5xx');
  expect(stdout).toMatch(/^Trends {2}\d+ series, \d{3} of seven nights and more/m);
  expect(seconds).toBeLessThan(60);
  expect(watch.peak()).toBeGreaterThan(0);
  expect(watch.peak()).toBeLessThan(230);
});
