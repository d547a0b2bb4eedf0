import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@playwright/test';
import { runProgram, startProcess } from './testing/run-program.ts';
import { workplace } from './testing/workplace.ts';

type Case = Readonly<{ name: string; args: readonly string[]; env?: Record<string, string>; says: RegExp }>;

const cases: readonly Case[] = [
  {
    name: 'an unknown option',
    args: ['gate', '--smokee'],
    says: /unknown option '--smokee'\n\(Did you mean --smoke\?\)/,
  },
  { name: 'an unknown command', args: ['gat'], says: /unknown command 'gat'\n\(Did you mean gate\?\)/ },
  {
    name: 'a word too many',
    args: ['gate', 'patchSubscription'],
    says: /too many arguments for 'gate'/,
  },
  {
    name: 'a clause that does not exist',
    args: ['gate', '--clause', 'subscriptions.limit.fire-and-forgot'],
    says: /There is no clause subscriptions\.limit\.fire-and-forgot\. Did you mean subscriptions\.limit\.fire-and-forget\?/,
  },
  {
    name: 'a clause beside another',
    args: ['gate', '--clause', 'triggers.list', '--clause', 'triggers.type'],
    says: /argument 'triggers\.type' is invalid\. It was given before, with triggers\.list: give it once/,
  },
  {
    name: 'an operation that does not exist',
    args: ['gate', '--operation', 'patchSubscriptions'],
    says: /There is no operation patchSubscriptions\. Did you mean patchSubscription\?/,
  },
  {
    name: 'an unknown version',
    args: ['gate', '--api-version', 'v2027'],
    says: /--api-version is "v2027": it is one of beta, v2024, v2025, v2026, v1\./,
  },
  {
    name: 'a number that is none',
    args: ['gate', '--workers', 'many'],
    says: /'--workers <n>' argument 'many' is invalid\. It must be a whole number from 1 to 16/,
  },
  {
    name: 'a quota that is none',
    args: ['mock', '--quota', 'plenty'],
    says: /--quota is "plenty": write it as 100\/10s, or off/,
  },
  {
    name: 'a state that is none',
    args: ['mock', '--state', 'bussy'],
    says: /--state is "bussy": it must be empty or busy/,
  },
  {
    name: 'a fault that does not exist',
    args: ['mock', '--fault', 'create-answerd-200'],
    says: /There is no fault create-answerd-200\. Did you mean create-answered-200\?/,
  },
  {
    name: 'a behaviour that does not exist',
    args: ['mock', '--load', 'servic=10ms'],
    says: /--load: "servic" is no behaviour: there are service, workers, freeze, /,
  },
  {
    name: 'a behaviour with another value than it takes',
    args: ['mock', '--load', 'service=10'],
    says: /--load: service is "10": it takes a time above 0 and up to an hour, as 10ms, 2s or 1m\./,
  },
  {
    name: 'a mutant that does not exist',
    args: ['mutants', '--only', 'create-answerd-200'],
    says: /There is no mutant or variant create-answerd-200\. Did you mean create-answered-200\?/,
  },
  {
    name: 'an age that is none',
    args: ['janitor', '--older-than', 'old'],
    says: /"old" is no duration: write it as 90s, 30m, 6h or 2d/,
  },
  {
    name: 'a flag that npm took',
    args: ['gate'],
    env: { npm_lifecycle_event: 'gate', npm_config_smoke: 'true' },
    says: /npm kept --smoke for itself\. Write two dashes before it: npm run gate -- --smoke/,
  },
  {
    name: 'an option with a value that npm took',
    args: ['gate', 'v2025'],
    env: { npm_lifecycle_event: 'gate', npm_config_api_version: 'true' },
    says: /npm run gate -- --api-version v2025/,
  },
];

for (const { name, args, env = {}, says } of cases) {
  test(`${name} is answered with what to write instead, and with 2`, async () => {
    using place = workplace();

    const { code, stdout, stderr } = await runProgram(args, { cwd: place.cwd, env });

    expect(stderr).toMatch(says);
    expect(stderr).not.toMatch(/^\s+at /m);
    expect([code, stdout]).toEqual([2, '']);
    expect(place.files().size).toBe(0);
  });
}

test('npm itself loses the flag, and the program notices', async () => {
  using place = workplace();
  const checkout = fileURLToPath(new URL('..', import.meta.url));
  const args = ['--prefix', checkout, 'run', '--silent', 'gate', '--smoke'];

  const { code, output } = await startProcess('npm', args, { cwd: place.cwd }).ended;

  expect(output).toContain('npm run gate -- --smoke');
  expect(code).toBe(2);
});

test('a port in use is named, with the option that chooses another', async () => {
  using place = workplace();
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;

  const { code, stderr } = await runProgram(['mock', '--port', String(port)], { cwd: place.cwd });
  await new Promise((resolve) => server.close(resolve));

  expect(stderr).toBe(`Port ${port} is taken. Choose another with --port, or 0 for any that is free.\n`);
  expect(code).toBe(2);
});

test('every command has help with examples', async () => {
  using place = workplace();

  const helps = await Promise.all(
    ['gate', 'doctor', 'mock', 'janitor', 'mutants'].map((name) =>
      runProgram([name, '--help'], { cwd: place.cwd }),
    ),
  );

  for (const { code, stdout } of helps) {
    expect(code).toBe(0);
    expect(stdout).toContain('Examples:\n  $ npx isc-triggers ');
    expect(stdout).toContain('--results <dir>');
  }
});
