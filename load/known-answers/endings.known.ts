import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { runProgram, startProgram } from '../../cli/testing/run-program.ts';
import { ownFolder } from '../../reports/own-folder.ts';
import { childrenOf } from './children.ts';
import { knownRun, limitsFile, needsK6, ownK6, readReport, scenarioOf, settingsFor } from './run.ts';

test.beforeEach(needsK6);

const short = ['--scenario', 'dispatch-latency', '--mode', 'FIRE_AND_FORGET', '--no-visible'];

test('a limit that is broken ends with 1, and nothing is left (FC-061)', async () => {
  using own = ownFolder();
  const slo = limitsFile(own.path, { 'p95: 500ms': 'p95: 0.001ms' });
  const run = await knownRun({ load: [...short, '--slo', slo] });

  expect(run.report.verdict).toBe('FAIL');
  expect(run.code).toBe(1);
  expect(run.report.leftovers).toEqual([]);
});

test('requests that are all refused fail a run, with their share (FC-057, FC-065)', async () => {
  using own = ownFolder();
  const run = await knownRun({
    mock: ['--quota', 'off'],
    prepare: (control) =>
      fetch(`${control}/faults`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ operation: 'startTestTriggerInvocation', status: 429, times: 10_000 }),
      }),
    load: [...short, '--slo', limitsFile(own.path)],
  });
  const { invocations } = run.report.accounting;

  expect(run.report.verdict).toBe('FAIL');
  expect(run.code).toBe(1);
  expect(invocations).toMatchObject({ accepted: 0, refused: invocations.sent });
  expect(run.report.reasons.join('\n')).toContain(
    `refused 100 %, beyond 0 % (${invocations.sent} of ${invocations.sent})`,
  );
});

test('a tenant that gives no token ends a run with 2 and a sentence (FC-061)', async () => {
  using own = ownFolder();
  const tenant = startProgram(['mock', '--json'], { cwd: own.path });
  try {
    const [line] = await tenant.says(/^\{.*\}$/m);
    const { code, output } = await runProgram(['load', ...short], {
      cwd: own.path,
      env: { ...settingsFor(JSON.parse(line)), SAIL_CLIENT_SECRET: 'another', K6_BIN: ownK6() ?? '' },
    });

    expect(output).toContain('gave no token: 401 for the client of SAIL_CLIENT_ID');
    expect(output).not.toMatch(/^\s*at /m);
    expect(code).toBe(2);
  } finally {
    tenant.signal('SIGTERM');
    await tenant.ended;
  }
});

test('a short run has its reports, and says that its samples are few (FC-062)', async () => {
  const run = await knownRun({ load: [...short, '--rate', '2'] });

  expect(run.html).toBe(true);
  expect(scenarioOf(run, 'dispatch-latency').phases.accepted?.tooFew.join()).toContain('too few samples');
  expect(run.output).toContain('p99: too few samples');
});

test('Ctrl-C ends a run with 130, and what it made is removed (FC-061)', async () => {
  using own = ownFolder();
  const running = startProgram(['load', ...short, '--workload', 'load', '--results', own.path], {
    cwd: own.path,
    env: { K6_BIN: ownK6() ?? '' },
  });
  await expect
    .poll(
      () => readdirSync(own.path, { recursive: true }).some((name) => String(name).endsWith('rows.csv')),
      {
        timeout: 60_000,
      },
    )
    .toBe(true);
  running.signal('SIGINT');
  const { code, output } = await running.ended;

  expect(code).toBe(130);
  expect(output).toContain('INCOMPLETE');
  const ledger = readdirSync(own.path, { recursive: true }).find((name) =>
    String(name).endsWith('ledger.jsonl'),
  );
  const lines = readFileSync(join(own.path, String(ledger)), 'utf8');
  expect(lines.split('"created"').length).toBe(lines.split('"removed"').length);
});

test('a subscriber that is killed ends the run in a sentence, and nothing is left (FC-061)', async () => {
  test.skip(process.platform !== 'linux', 'processes are found in /proc');
  using own = ownFolder();
  const running = startProgram(['load', ...short, '--workload', 'soak', '--results', own.path], {
    cwd: own.path,
    env: { K6_BIN: ownK6() ?? '' },
  });
  await running.says(/ \d+ s left/);
  for (const pid of childrenOf(running.pid, 'subscriber/main')) process.kill(pid, 'SIGKILL');
  const { code, output, seconds } = await running.ended;

  expect(output).toContain('the subscriber ended by itself');
  expect(code).toBe(2);
  expect(seconds).toBeLessThan(120);
  expect(readReport(own.path, output).leftovers).toEqual([]);
});
