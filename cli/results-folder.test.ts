import { existsSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { startProgram } from './testing/run-program.ts';
import { workplace } from './testing/workplace.ts';

const started: number[] = [];
// One that never ends would take a processor for itself from then on.
test.afterEach(() => {
  for (const pid of started.splice(0)) {
    try {
      process.kill(pid, 'SIGKILL');
    } catch {}
  }
});

const commands: readonly (readonly string[])[] = [
  ['gate', '--smoke'],
  ['doctor'],
  ['mutants', '--only', 'fire-and-forget-admits-51'],
  ['load', '--workload', 'smoke', '--scenario', 'pagination'],
  ['capacity', '--scenario', 'dispatch-latency'],
  ['health'],
  ['subscriber', 'check', '--url', 'http://127.0.0.1:9/'],
];

for (const args of commands)
  test(`${args.join(' ')} says that its results have no place, in a sentence and at once`, async () => {
    test.skip(!existsSync('/proc/self'), 'there is no /proc, where no folder can be made');
    using place = workplace();
    const run = startProgram([...args, '--results', '/proc/isc-triggers'], {
      cwd: place.cwd,
      env: { ISC_TARGET: 'mock' },
    });
    started.push(run.pid);

    const { code, stderr } = await run.ended;

    expect(code).toBe(2);
    expect(stderr).toMatch(/The folder \/proc\/isc-triggers\S* cannot be made: .*name another folder\./);
    expect(stderr).not.toContain('    at ');
  });
