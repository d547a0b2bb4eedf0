import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import {
  approver,
  complete,
  rightCode,
  type SeenEvent,
  userSubscriber,
} from '../gate/subscriber-check/testing/user-subscriber.ts';
import type { CheckReport } from '../reports/subscriber-check/check-report.ts';
import { runProgram, startProgram } from './testing/run-program.ts';
import { workplace } from './testing/workplace.ts';

const check = ['subscriber', 'check'];
const nowhere = ['--url', 'http://127.0.0.1:9/hook'];

test('help shows every option with examples', async () => {
  using place = workplace();
  const { code, stdout } = await runProgram([...check, '--help'], { cwd: place.cwd });

  expect(code).toBe(0);
  for (const option of ['--url', '--trigger', '--mode', '--payload', '--i-own-this-endpoint', '--results'])
    expect(stdout).toContain(option);
  expect(stdout).toContain('$ npx isc-triggers subscriber check --url http://127.0.0.1:8080/hook');
  expect(stdout).toContain('ISC_CHECK_BEARER');
});

type Wrong = Readonly<{ what: string; args: readonly string[]; env?: Record<string, string>; says: string }>;

const wrong: readonly Wrong[] = [
  { what: 'no address', args: [], says: "required option '--url <url>' not specified" },
  { what: 'an address that is none', args: ['--url', 'hook'], says: '--url is no address' },
  {
    what: "somebody else's subscriber",
    args: ['--url', 'https://hooks.example.com/isc'],
    says: '--i-own-this-endpoint hooks.example.com',
  },
  {
    what: 'an endpoint of another host',
    args: ['--url', 'https://hooks.example.com/isc', '--i-own-this-endpoint', 'example.com'],
    says: '--i-own-this-endpoint hooks.example.com',
  },
  {
    what: 'credentials in the address',
    args: ['--url', 'http://me:harbour-lights@127.0.0.1:9/hook'],
    says: 'Export them as ISC_CHECK_USER and ISC_CHECK_PASSWORD',
  },
  {
    what: 'an unknown trigger',
    args: [...nowhere, '--trigger', 'idn:identity-creatd'],
    says: 'Did you mean idn:identity-created',
  },
  { what: 'an unknown mode', args: [...nowhere, '--mode', 'SINC'], says: 'Did you mean SYNC?' },
  {
    what: 'a mode that its trigger does not take',
    args: [...nowhere, '--trigger', 'idn:identity-created', '--mode', 'SYNC'],
    says: 'It takes FIRE_AND_FORGET.',
  },
  {
    what: 'a payload that is not there',
    args: [...nowhere, '--payload', 'none.json'],
    says: 'none.json cannot be read: there is no such file',
  },
  {
    what: 'a response deadline that is none',
    args: [...nowhere, '--response-deadline', '30s'],
    says: 'Write it as PT30S or PT5M',
  },
  {
    what: 'half of the credentials',
    args: nowhere,
    env: { ISC_CHECK_USER: 'tenant' },
    says: 'ISC_CHECK_USER is set and ISC_CHECK_PASSWORD is not',
  },
  {
    what: 'two kinds of credentials',
    args: nowhere,
    env: { ISC_CHECK_USER: 'tenant', ISC_CHECK_PASSWORD: 'p', ISC_CHECK_BEARER: 'b' },
    says: 'a subscription has one kind of credentials',
  },
  {
    what: 'a mode that a subscriber elsewhere cannot complete',
    args: ['--url', 'https://h.example.com/', '--i-own-this-endpoint', 'h.example.com', '--mode', 'ASYNC'],
    says: 'Set ISC_SUBSCRIBER_URL',
  },
];

for (const { what, args, env = {}, says } of wrong) {
  test(`${what} is told in a sentence, and ends with 2 before anything is sent`, async () => {
    using place = workplace();
    const { code, stdout, stderr } = await runProgram([...check, ...args], { cwd: place.cwd, env });

    expect(stderr).toContain(says);
    expect(stderr).not.toMatch(/^\s+at |harbour-lights/m);
    expect([code, stdout, place.files().size]).toEqual([2, '', 0]);
  });
}

const reportIn = (cwd: string): CheckReport =>
  JSON.parse(readFileSync(join(cwd, 'results/latest/subscriber-check.json'), 'utf8')) as CheckReport;

test('says what it will send, then sends as many, and passes a right subscriber', async () => {
  using place = workplace();
  // A tenant that is half set up is no matter of this command.
  place.setting({ ISC_TARGET: 'tenant' });
  let arrived = 0;
  await using subscriber = await userSubscriber((event) => {
    arrived += 1;
    return rightCode(event);
  });

  const { code, stdout } = await runProgram([...check, '--url', subscriber.url.href], { cwd: place.cwd });

  const report = reportIn(place.cwd);
  expect(stdout).toContain(`Will POST ${arrived} events to ${subscriber.url.href}`);
  expect(stdout).toMatch(/^PASS {4}The subscriber does what is documented/m);
  expect([code, report.verdict, report.exitCode, report.events.length]).toEqual([0, 'PASS', 0, arrived]);
  expect(report).toMatchObject({
    schemaVersion: 1,
    tool: { name: 'isc-triggers' },
    target: { kind: 'subscriber', host: subscriber.url.host, apiVersions: [] },
    conditions: { modes: ['SYNC', 'ASYNC', 'DYNAMIC'], credentials: 'none', responseDeadline: 'PT30S' },
    timing: { limitMs: 10_000 },
  });
});

test('sends own payloads without the _metadata that they were recorded with', async () => {
  using place = workplace();
  writeFileSync(
    join(place.cwd, 'event.json'),
    JSON.stringify({ identity: { id: '1' }, _metadata: { secret: 'of-another' } }),
  );
  const seen: SeenEvent[] = [];
  await using subscriber = await userSubscriber((event) => {
    seen.push(event);
    return {};
  });
  const args = ['--url', subscriber.url.href, '--trigger', 'idn:identity-created', '--payload', 'event.json'];

  const { code, stdout } = await runProgram([...check, ...args], { cwd: place.cwd });

  expect(code).toBe(0);
  expect(stdout).toContain('note  event.json is not as documented for idn:identity-created');
  expect(seen[0]?.json).toEqual({ identity: { id: '1' } });
  expect(seen.filter(({ body }) => body.includes('of-another'))).toEqual([]);
});

test('a subscriber that nobody started ends with 2 and with what to look at', async () => {
  using place = workplace();
  const gone = await userSubscriber(rightCode);
  await gone.close();

  const { code, stdout } = await runProgram([...check, '--url', gone.url.href], { cwd: place.cwd });

  expect(stdout).toContain('It was not reached: it accepts no connection.');
  expect([code, reportIn(place.cwd).verdict]).toEqual([2, 'INCOMPLETE']);
});

test('no secret reaches an output, though the subscriber gives away all that it knows', async () => {
  using place = workplace();
  const secrets = new Set(['harbour-lights', btoa('tenant:harbour-lights'), 'key-of-the-function']);
  await using subscriber = await userSubscriber(({ headers, body, metadata }) => {
    if (metadata) secrets.add(metadata.secret);
    const all = { ...approver, type: 'NOBODY', authorization: headers.authorization, body };
    return {
      headers: { 'x-seen': String(headers.authorization), location: `/${headers.authorization}` },
      body: all,
      afterwards: async () => {
        if (!metadata) return;
        await complete(metadata, { body: { secret: `${metadata.secret}x`, output: all, error: body } });
        await complete(metadata, { url: `${metadata.callbackURL}/${metadata.secret}` });
        await complete(metadata, { body: `{"secret":"${metadata.secret}"` });
      },
    };
  });
  const url = `${subscriber.url.href}?code=key-of-the-function`;

  const { code, output } = await runProgram([...check, '--url', url, '--response-deadline', 'PT1S'], {
    cwd: place.cwd,
    env: { ISC_CHECK_USER: 'tenant', ISC_CHECK_PASSWORD: 'harbour-lights' },
  });

  const written = [output, ...place.files().values()].join('\n');
  expect(code).toBe(1);
  expect(output).toContain('BROKEN  secrets.kept');
  expect(secrets.size).toBeGreaterThan(20);
  expect([...secrets].filter((secret) => written.includes(secret))).toEqual([]);
});

test('an interruption ends with 130 and leaves no half report', async () => {
  using place = workplace();
  let arrived = 0;
  await using subscriber = await userSubscriber(() => {
    arrived += 1;
    return 'none';
  });
  const running = startProgram([...check, '--url', subscriber.url.href], { cwd: place.cwd });
  await expect.poll(() => arrived, { timeout: 30_000 }).toBe(1);

  running.signal('SIGINT');
  const { code, stderr } = await running.ended;

  expect(stderr).toContain('Interrupted.');
  expect([code, place.files().size]).toEqual([130, 0]);
});
