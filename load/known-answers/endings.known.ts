import { chmodSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { startProgram } from '../../cli/testing/run-program.ts';
import { ownFolder } from '../../reports/own-folder.ts';
import { knownRun, needsK6, ownK6, readReport, scenarioOf } from './run.ts';

test.beforeEach(needsK6);

const short = ['--scenario', 'dispatch-latency', '--mode', 'FIRE_AND_FORGET', '--no-visible'];

/** A program in place of k6. */
const standIn = (folder: string, script: string): string => {
  const path = join(folder, 'k6');
  writeFileSync(path, `#!/bin/sh\nif [ "$1" = version ]; then exec ${ownK6()} version; fi\n${script}\n`);
  chmodSync(path, 0o755);

  return path;
};

test('a script that throws for every event is INVALID, with its first error, though k6 ends with 0 (FC-055)', async () => {
  using own = ownFolder();
  const K6_BIN = standIn(own.path, 'echo "TypeError: Cannot read property of undefined" >&2; exit 0');
  const run = await knownRun({ load: short, env: { K6_BIN } });

  expect(run.report.verdict).toBe('INVALID');
  expect(run.code).toBe(2);
  expect(run.output).toContain('k6 said: TypeError: Cannot read property of undefined');
});

test('a k6 that ends with a script error is told in a sentence (FC-060, FC-061)', async () => {
  using own = ownFolder();
  const K6_BIN = standIn(own.path, 'echo "SyntaxError: file:///a.ts: Unexpected token" >&2; exit 107');
  const run = await knownRun({ load: short, env: { K6_BIN } });

  expect(run.code).toBe(2);
  expect(run.report.reasons.join('\n')).toContain('k6 ended with 107: SyntaxError');
  expect(run.output).not.toMatch(/^\s+at /m);
});

test('a limit that is broken ends with 1, and nothing is left (FC-061)', async () => {
  using own = ownFolder();
  const slo = join(own.path, 'slo.yaml');
  writeFileSync(
    slo,
    readFileSync(new URL('../slo.yaml', import.meta.url), 'utf8')
      .replace('p95: 500ms', 'p95: 0.001ms')
      .replace('lateness-p99: 10ms', 'lateness-p99: 10s'),
  );
  const run = await knownRun({ load: [...short, '--slo', slo] });

  expect(run.report.verdict).toBe('FAIL');
  expect(run.code).toBe(1);
  expect(run.report.leftovers).toEqual([]);
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
  const running = startProgram(['load', ...short, '--workload', 'load', '--results', own.path], {
    cwd: own.path,
    env: { K6_BIN: ownK6() ?? '' },
  });
  await running.says(/ \d+ s left/);
  for (const pid of childrenOf(running.pid, 'subscriber/main')) process.kill(pid, 'SIGKILL');
  const { code, output, seconds } = await running.ended;

  expect(output).toContain('the subscriber ended by itself');
  expect(code).toBe(2);
  expect(seconds).toBeLessThan(40);
  expect(readReport(own.path, output).leftovers).toEqual([]);
});

/** Processes that another one started, by a part of their command line. */
const childrenOf = (parent: number, part: string): readonly number[] =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => {
      try {
        const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
        const ofParent = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]) === parent;

        return ofParent && readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(part);
      } catch {
        return false;
      }
    })
    .map(Number);
