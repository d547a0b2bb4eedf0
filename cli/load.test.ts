import { writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { needsK6, ownK6 } from '../load/known-answers/run.ts';
import { ownFolder } from '../reports/own-folder.ts';
import { runProgram } from './testing/run-program.ts';

test('help shows every option with examples', async () => {
  using own = ownFolder();
  const { code, stdout } = await runProgram(['load', '--help'], { cwd: own.path });

  expect(code).toBe(0);
  for (const option of [
    '--scenario',
    '--workload',
    '--rate',
    '--trigger',
    '--mode',
    '--no-visible',
    '--burst',
    '--url',
  ])
    expect(stdout).toContain(option);
  expect(stdout).toContain('$ npx isc-triggers load --scenario subscriber --url');
});

for (const [what, args, message] of [
  ['an unknown scenario', ['--scenario', 'dispatch-latancy'], 'Did you mean dispatch-latency?'],
  ['an unknown workload', ['--workload', 'smokey'], 'Did you mean smoke?'],
  ['an unknown mode', ['--mode', 'SINC'], 'Did you mean SYNC?'],
  [
    'a mode that its trigger does not take',
    ['--trigger', 'idn:identity-created', '--mode', 'SYNC'],
    'type FIRE_AND_FORGET',
  ],
  ['a burst without a time', ['--burst', '50000'], '50000/10m'],
  ['a rate of none', ['--rate', '0'], 'above 0'],
  ['a subscriber without an address', ['--scenario', 'subscriber'], '--url http://127.0.0.1:8080/hook'],
  [
    "somebody else's subscriber",
    ['--scenario', 'subscriber', '--url', 'https://hooks.example.com/isc'],
    '--i-own-this-endpoint hooks.example.com',
  ],
  ['limits that are not there', ['--slo', 'none.yaml'], 'Name another file with --slo'],
] as const)
  test(`${what} is told in a sentence, and ends with 2`, async () => {
    using own = ownFolder();
    const { code, output } = await runProgram(['load', ...args], { cwd: own.path });

    expect(output).toContain(message);
    expect(output).not.toMatch(/^\s+at /m);
    expect(code).toBe(2);
  });

test('a rate above the quota is refused before anything is sent', async () => {
  using own = ownFolder();
  const { code, output } = await runProgram(['load', '--rate', '50'], {
    cwd: own.path,
    env: { ISC_QUOTA: '100/10s' },
  });

  expect(output).toContain('--rate 50 is above what the quota allows: 5/s');
  expect(code).toBe(2);
});

test('a mistake in the limits is told with its line', async () => {
  using own = ownFolder();
  writeFileSync(join(own.path, 'slo.yaml'), 'latency:\n  accepted:\n    p99: soon\n');
  const { code, output } = await runProgram(['load', '--slo', 'slo.yaml'], { cwd: own.path });

  expect(output).toContain('slo.yaml:3 latency.accepted.p99 is no duration');
  expect(code).toBe(2);
});

test('a K6_BIN that leads nowhere is told', async () => {
  using own = ownFolder();
  const { code, output } = await runProgram(['load'], { cwd: own.path, env: { K6_BIN: '/nowhere/k6' } });

  expect(output).toContain('K6_BIN is "/nowhere/k6", and no program is there');
  expect(code).toBe(2);
});

test('a port that is taken is told', async () => {
  needsK6();
  using own = ownFolder();
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const { code, output } = await runProgram(['load', '--scenario', 'dispatch-latency'], {
    cwd: own.path,
    env: { ISC_SUBSCRIBER_PORT: String(port), K6_BIN: ownK6() ?? '' },
  });
  server.close();

  expect(output).toContain(`Port ${port} is taken`);
  expect(code).toBe(2);
});
