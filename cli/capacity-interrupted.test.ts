import { createHash } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { keep } from '../load/capacity/testing/keep.ts';
import { ownFolder } from '../reports/own-folder.ts';
import { familyOf, isAlive } from './testing/processes.ts';
import { startProgram } from './testing/run-program.ts';

const url = 'http://127.0.0.1:9/hook';
const often = { intervals: [50], timeout: 90_000 };

// Each starts the program and what it drives, on machines that do other things as well.
test.describe.configure({ timeout: 240_000 });

/** A program in place of k6 that drives nothing until it is interrupted, and leaves its plan behind. */
const waitingK6 = (folder: string): string => {
  const path = join(folder, 'k6');
  writeFileSync(
    path,
    `#!/usr/bin/env bash
if [ "$1" = version ]; then echo 'k6 v2.2.0 (stand-in)'; exit; fi
trap 'exit 105' INT
cp "$ISC_LOAD_PLAN" "$0.plan"
while true; do sleep 0.05; done
`,
  );
  chmodSync(path, 0o755);

  return path;
};

/** What a run of `args` is driven under on this machine. */
const conditions = {
  scenario: 'subscriber',
  host: '127.0.0.1:9',
  url: createHash('sha256').update(url).digest('hex').slice(0, 8),
  trigger: 'idn:access-request-dynamic-approver',
  mode: 'SYNC',
  k6: '2.2.0',
  cores: String(availableParallelism()),
  deadline: '10 s',
};

const args = ['capacity', '--scenario', 'subscriber', '--url', url];

/** Starts it, waits until a step is under way, presses Ctrl-C, and gives how it ended and the rates that it drove. */
const interrupted = async (folder: string, more: readonly string[]) => {
  const k6 = waitingK6(folder);
  rmSync(`${k6}.plan`, { force: true });
  const run = startProgram([...args, ...more], { cwd: folder, env: { K6_BIN: k6 } });
  await expect.poll(() => existsSync(`${k6}.plan`), often).toBe(true);
  const family = familyOf(run.pid);
  run.signal('SIGINT');
  const ended = await run.ended;
  await expect.poll(() => family.filter(isAlive), often).toEqual([]);
  const plan: Readonly<{ steps: readonly Readonly<{ to: number }>[] }> = JSON.parse(
    readFileSync(`${k6}.plan`, 'utf8'),
  );

  return { ...ended, rates: plan.steps.map(({ to }) => to) };
};

test('a run that is resumed reuses the steps that were kept and drives the one that was cut, however often', async () => {
  using own = ownFolder();
  const run = join(own.path, 'run');
  await keep(run, 'nobody', { conditions, limitMs: 10_000 });
  const kept = () => readFileSync(join(run, 'steps/step-01.json'), 'utf8');
  const before = kept();
  mkdirSync(join(run, 'driven'));
  writeFileSync(join(run, 'driven/of-a-killed-run'), '');

  const first = await interrupted(own.path, ['--resume', 'run']);
  const second = await interrupted(own.path, ['--resume', 'run']);

  for (const { code, stdout, stderr, rates } of [first, second]) {
    expect(code).toBe(130);
    // Of the 10/s that were kept, too many were lost: the next step is lower.
    expect(rates).toEqual([7.15, 7.15]);
    expect(stderr).toMatch(/^step 10\.0 /m);
    expect(stderr).toMatch(
      /^Interrupted: 1 step kept, and what the run made was removed\. Go on with: (.*)$/m,
    );
    expect(stderr).toContain(`npx isc-triggers capacity --scenario subscriber --url ${url}`);
    expect(stdout).toMatch(
      /^INVALID {3}Interrupted after 1 steps?, before the answer was found\. {2}\(exit 130\)$/m,
    );
    expect(stdout).toMatch(/^Next {6}.*--resume run$/m);
  }
  expect(kept()).toBe(before);
  expect(existsSync(join(run, 'driven'))).toBe(false);
  expect(JSON.parse(readFileSync(join(run, 'capacity.json'), 'utf8'))).toMatchObject({ exitCode: 130 });
});

test('a run that is interrupted in its first step says to start again', async () => {
  using own = ownFolder();
  const { code, stderr } = await interrupted(own.path, []);

  expect(code).toBe(130);
  expect(stderr).toMatch(/Interrupted: 0 steps kept.* Start it again\.$/m);
});

for (const [name, value] of [
  ['mode', 'ASYNC'],
  ['url', '00000000'],
  ['host', 'hooks.example.com'],
] as const)
  test(`steps of another ${name} are not gone on with`, async () => {
    using own = ownFolder();
    await keep(join(own.path, 'run'), 'nobody', {
      conditions: { ...conditions, [name]: value },
      limitMs: 10_000,
    });
    const run = startProgram([...args, '--resume', 'run'], {
      cwd: own.path,
      env: { K6_BIN: waitingK6(own.path) },
    });
    const { code, output } = await run.ended;

    expect(code).toBe(2);
    expect(output).toContain(`was driven with ${name} ${value}, now it is ${conditions[name]}`);
  });
