import { spawn } from 'node:child_process';
import { expect, test } from '@playwright/test';
import { cpuTimeMs } from './cpu-time.ts';

test('what a program that a script starts has used counts for the group of the script', async () => {
  test.skip(process.platform !== 'linux', 'processes are found in /proc');
  const work =
    'const from = process.cpuUsage(); while (process.cpuUsage(from).user < 300_000); console.log("done"); setInterval(() => {}, 1000)';
  const script = spawn('sh', ['-c', `"$0" -e '${work}'; true`, process.execPath], {
    detached: true,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const group = script.pid ?? 0;
  try {
    await new Promise((done) => script.stdout.once('data', done));

    expect(cpuTimeMs(group)).toBeGreaterThan(250);
    expect(cpuTimeMs(group)).toBeLessThan(5000);
  } finally {
    process.kill(-group, 'SIGKILL');
  }
});

test('of a group that is not there nothing is known', () => {
  expect(cpuTimeMs(999_999_999)).toBeUndefined();
});
