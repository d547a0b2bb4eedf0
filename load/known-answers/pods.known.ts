import { spawn } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { parseAllDocuments } from 'yaml';
import { runProgram, startProgram } from '../../cli/testing/run-program.ts';
import type { LoadReport } from '../../reports/load/load-report.ts';
import { ownFolder } from '../../reports/own-folder.ts';
import { segmentArguments } from '../k6/segments.ts';
import { needsK6, ownK6, settingsFor } from './run.ts';

test.beforeEach(needsK6);

type Manifest = Readonly<{
  kind: string;
  data?: Readonly<Record<string, string>>;
  spec?: Readonly<{
    parallelism: number;
    args: readonly string[];
    script: Readonly<{ configMap: Readonly<{ file: string }> }>;
  }>;
}>;

/** Runs the runners of a folder of manifests as the operator does, on this machine; gives their exit codes. */
const runPods = async (
  folder: string,
  part: string,
  env: Readonly<Record<string, string>>,
  only: (index: number) => boolean = () => true,
): Promise<readonly (number | null)[]> => {
  const manifests: readonly Manifest[] = readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .flatMap((name) => parseAllDocuments(readFileSync(join(folder, name), 'utf8')))
    .map((document) => document.toJSON());
  const mounted = join(folder, 'mounted');
  mkdirSync(mounted, { recursive: true });
  for (const { data = {} } of manifests)
    for (const [key, text] of Object.entries(data)) writeFileSync(join(mounted, key), text);
  const run = manifests.find(({ kind }) => kind === 'TestRun')?.spec;
  if (!run) throw new Error(`${folder} has no TestRun.`);

  return Promise.all(
    Array.from({ length: run.parallelism }, (_, index) => index)
      .filter(only)
      .map((index) => {
        const args = run.args.map((arg) =>
          arg.replace('/results', part).replace('$(POD_NAME)', `run-${index + 1}-abcde`),
        );
        const child = spawn(
          ownK6() ?? '',
          [
            ...['run', '--quiet', ...segmentArguments(index, run.parallelism), ...args],
            ...[join(mounted, run.script.configMap.file), '--tag', `instance_id=${index + 1}`],
          ],
          {
            stdio: 'ignore',
            env: {
              PATH: process.env.PATH ?? '',
              ISC_LOAD_PLAN: join(mounted, 'plan.json'),
              K6_CSV_TIME_FORMAT: 'unix_nano',
              K6_NO_USAGE_REPORT: 'true',
              ...env,
            },
          },
        );

        return new Promise<number | null>((resolve) => child.once('close', resolve));
      }),
  );
};

const reportOf = async (folder: string, cwd: string): Promise<LoadReport> => {
  const { output } = await runProgram(['report', folder], { cwd });
  expect(output).toContain('dispatch-latency');

  return JSON.parse(readFileSync(join(folder, 'load.json'), 'utf8'));
};

const pods = ['--scenario', 'dispatch-latency', '--mode', 'FIRE_AND_FORGET,SYNC', '--rate', '50'];

test('pods of a run are provisioned from outside, counted as one run, and nothing is left on the tenant', async () => {
  using own = ownFolder();
  const folder = join(own.path, 'pods');
  const part = join(folder, 'dispatch-latency-0');
  const tenant = startProgram(['mock', '--json', '--quota', 'off'], { cwd: own.path });
  try {
    const [line] = await tenant.says(/^\{.*\}$/m);
    const details = JSON.parse(line);
    const env = settingsFor(details);
    await runProgram(['load', '--kubernetes', folder, ...pods, '--segments', '2'], { cwd: own.path, env });
    const other = startProgram(['load', '--provision', folder], { cwd: own.path, env });
    await other.says(/Ready/);
    const codes = await runPods(folder, part, {
      ISC_LOAD_CLIENT_ID: details.clientId,
      ISC_LOAD_CLIENT_SECRET: details.clientSecret,
    });
    const { code, output } = await other.ended;
    const report = await reportOf(folder, own.path);
    const [scenario] = report.scenarios;

    expect(codes.every((each) => each === 0 || each === 99)).toBe(true);
    expect(code).toBe(0);
    expect(output).toContain('What was made is removed');
    expect(report.accounting.deliveries).toMatchObject({ lost: 0, doubled: 0 });
    expect(report.accounting.invocations).toMatchObject({ refused: 0, unanswered: 0 });
    expect(report.accounting.invocations.sent).toBeGreaterThanOrEqual(500);
    expect(scenario?.runners).toHaveLength(2);
    expect(scenario?.phases.visible?.count).toBe(report.accounting.deliveries.expected);
    expect(scenario?.certificate.cpuShare).toBeNull();
  } finally {
    tenant.signal('SIGTERM');
    await tenant.ended;
  }
});

test('a pod that wrote nothing makes the run INVALID, by its number', async () => {
  using own = ownFolder();
  const folder = join(own.path, 'pods');
  const part = join(folder, 'subscriber-0');
  await runProgram(
    [
      ...['load', '--kubernetes', folder, '--url', 'http://127.0.0.1:9/hook', '--mode', 'SYNC'],
      ...['--rate', '20', '--segments', '3'],
    ],
    { cwd: own.path },
  );
  await runPods(folder, part, {}, (index) => index !== 1);
  const { code, output } = await runProgram(['report', folder], { cwd: own.path });

  expect(code).toBe(2);
  expect(output).toContain('runner 2 had no virtual user');
});
