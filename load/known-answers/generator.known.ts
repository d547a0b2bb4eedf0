import { expect, test } from '@playwright/test';
import { startProgram } from '../../cli/testing/run-program.ts';
import { ownFolder } from '../../reports/own-folder.ts';
import { childrenOf } from './children.ts';
import { knownRun, needsK6, ownK6, readReport } from './run.ts';
import { dispatchLatencyPath, k6Running, starvedK6 } from './stand-in.ts';

test.beforeEach(needsK6);

const short = ['--scenario', 'dispatch-latency', '--mode', 'FIRE_AND_FORGET', '--no-visible'];

test('a generator that gets a fifth of a processor is INVALID: it started events late', async () => {
  using own = ownFolder();
  const run = await knownRun({ load: [...short, '--rate', '100'], env: { K6_BIN: starvedK6(own.path) } });
  const { certificate } = run.report;

  expect(run.report.verdict).toBe('INVALID');
  expect(run.code).toBe(2);
  expect(certificate.latenessP99Ms).toBeGreaterThan(10);
  expect(certificate.reasons.join('\n')).toContain('the generator started events late');
});

test('a scenario that throws for every event is INVALID, with its first error, though k6 ends with 0 (FC-055)', async () => {
  using own = ownFolder();
  const K6_BIN = k6Running(
    own.path,
    `import { options as right } from '${dispatchLatencyPath}';
     export const options = right;
     export function dispatchLatency(): void { throw new TypeError('there is no such thing'); }`,
  );
  const run = await knownRun({ load: short, env: { K6_BIN } });

  expect(run.report.verdict).toBe('INVALID');
  expect(run.code).toBe(2);
  expect(run.output).toContain('TypeError: there is no such thing');
  expect(run.output).toContain('no samples for any phase');
});

for (const [what, scenario, words] of [
  ['imports a package', "import 'lodash';", 'lodash'],
  ['throws when it is read', "throw new Error('not today');", 'not today'],
] as const)
  test(`a scenario that ${what} ends the run with 2 and a sentence, not with k6's stack (FC-060, FC-061)`, async () => {
    using own = ownFolder();
    const options = `import { options as right } from '${dispatchLatencyPath}'; export const options = right;`;
    const run = await knownRun({
      load: short,
      env: { K6_BIN: k6Running(own.path, `${scenario}\n${options}`) },
    });

    expect(run.code).toBe(2);
    expect(run.report.reasons.join('\n')).toMatch(/k6 ended with \d+: /);
    expect(run.report.reasons.join('\n')).toContain(words);
    expect(run.output).not.toMatch(/^\s*at /m);
    expect(run.report.leftovers).toEqual([]);
  });

test('a k6 that is killed in the middle of a run is told in a sentence, and nothing is left (FC-061)', async () => {
  test.skip(process.platform !== 'linux', 'processes are found in /proc');
  using own = ownFolder();
  const running = startProgram(['load', ...short, '--workload', 'soak', '--results', own.path], {
    cwd: own.path,
    env: { K6_BIN: ownK6() ?? '' },
  });
  await running.says(/ \d+ s left/);
  for (const pid of childrenOf(running.pid, '--no-usage-report')) process.kill(pid, 'SIGKILL');
  const { code, output, seconds } = await running.ended;

  expect(output).toContain('k6 ended with a signal');
  expect(output).not.toMatch(/^\s*at /m);
  expect(code).toBe(2);
  expect(seconds).toBeLessThan(120);
  expect(readReport(own.path, output)).toMatchObject({ verdict: 'INVALID', leftovers: [] });
});
