import { expect, test } from '@playwright/test';
import { runProgram } from '../../cli/testing/run-program.ts';
import { knownRun, needsK6, scenarioOf } from './run.ts';

test.beforeEach(needsK6);

test.beforeAll(async () => {
  const { output } = await runProgram(['mock', '--help'], { cwd: process.cwd() });
  test.skip(!output.includes('--load'), 'this mock has no load behaviours yet');
});

const events = ['--scenario', 'dispatch-latency', '--mode', 'FIRE_AND_FORGET', '--no-visible'];

/** The generator's lateness is judged by other tests; here the numbers count, on a machine with other work as well. */
const share = (value: number, of: number): number => Math.abs(value / of - 1);

test('a freeze of 6 s in 60 s is seen by every event that was due meanwhile: p99 is 5.4 s', async () => {
  const run = await knownRun({
    mock: ['--quota', 'off', '--load', 'freeze=20s:6s'],
    load: [...events, '--workload', 'load', '--rate', '20'],
  });
  const { accepted } = scenarioOf(run, 'dispatch-latency').phases;

  expect(share(accepted?.p99 ?? 0, 5400)).toBeLessThan(0.02);
});

test('what the tenant drops and doubles is what the report says is lost and doubled', async () => {
  const run = await knownRun({
    mock: ['--quota', 'off', '--load', 'dropDispatch=0.02,duplicateDispatch=0.03'],
    load: [...events, '--workload', 'load', '--rate', '30'],
  });
  const { accounting, warmup } = scenarioOf(run, 'dispatch-latency');
  const counts = JSON.stringify(run.control);
  const all = (name: 'lost' | 'doubled'): number =>
    (accounting?.deliveries[name] ?? 0) + (warmup?.deliveries[name] ?? 0);

  expect(counts).toMatch(new RegExp(`"dropped":${all('lost')}\\b`));
  expect(counts).toMatch(new RegExp(`"duplicated":${all('doubled')}\\b`));
  expect(run.code).not.toBe(0);
});

test('two workers of 10 ms carry 200 events a second, whatever is asked of them', async () => {
  const run = await knownRun({
    mock: ['--quota', 'off', '--load', 'service=10ms,workers=2'],
    load: [...events, '--rate', '240'],
  });
  const { achievedRate } = scenarioOf(run, 'dispatch-latency');

  expect(share(achievedRate ?? 0, 200)).toBeLessThan(0.03);
  expect(run.code).not.toBe(0);
});
