import { spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@playwright/test';
import { ownFolder } from './own-folder.ts';
import { readRecords } from './read-records.ts';

const require = createRequire(import.meta.url);
const playwright = require.resolve('@playwright/test/cli');
// The toys lie outside of the checkout, where the bare name leads nowhere.
const runner = require.resolve('@playwright/test');

const attach = (record: object): string =>
  `await info.attach('isc-record', { contentType: 'application/json', body: ${JSON.stringify(JSON.stringify(record))} });`;

const violation = {
  clause: 'triggers.list',
  operation: 'listTriggers',
  level: 'must',
  expected: '200',
  seen: '500',
};

const toySpecs = `
import { test } from ${JSON.stringify(runner)};

const details = { annotation: [
  { type: 'clause', description: 'triggers.list' },
  { type: 'cell', description: 'listTriggers 200' },
] };

test('keeps its promise', details, async ({}, info) => {
  ${attach({ violations: [], exchanges: [{ operation: 'listTriggers', status: 200, milliseconds: 1 }] })}
});
test('breaks its promise', details, async ({}, info) => {
  ${attach({ violations: [violation], exchanges: [] })}
});
test('takes the worker down', details, async () => process.exit(7));
test('never ends', details, async () => { test.setTimeout(300); await new Promise(() => {}); });
test('is skipped', details, async ({}, info) => {
  ${attach({ violations: [], exchanges: [], skip: { capability: 'quota', reason: 'r', setting: 's' } })}
  test.skip();
});
`;

// The worker stands for the person who presses Ctrl-C: its parent is the runner.
const interruptedSpecs = `
import { test } from ${JSON.stringify(runner)};

test('ends', async ({}, info) => { ${attach({ violations: [], exchanges: [] })} });
test('is interrupted', async () => { process.kill(process.ppid, 'SIGINT'); await new Promise(() => {}); });
test('comes too late', async () => {});
`;

const emptySpecs = `
import { test } from ${JSON.stringify(runner)};

test('is not of interest', () => {});
`;

type Run = Readonly<{ code: number | null; stdout: string; stderr: string; folder: string }>;

/** Runs the runner on toy specs with the collector as its only reporter. */
const runToys = (root: string, specs: string, within = 'run'): Promise<Run> => {
  const folder = join(root, within);
  mkdirSync(join(root, 'specs'), { recursive: true });
  writeFileSync(join(root, 'specs', 'toy.spec.ts'), specs);
  writeFileSync(
    join(root, 'playwright.config.ts'),
    `export default ${JSON.stringify({
      testDir: 'specs',
      workers: 1,
      projects: [{ name: 'v2024' }],
      reporter: [[fileURLToPath(new URL('./collector.ts', import.meta.url)), { folder }]],
    })};`,
  );
  const child = spawn(
    process.execPath,
    [playwright, 'test', '--config', join(root, 'playwright.config.ts')],
    {
      cwd: root,
      env: { ...process.env, TEST_WORKER_INDEX: undefined, FORCE_COLOR: undefined },
    },
  );
  const printed = { stdout: '', stderr: '' };
  child.stdout.on('data', (chunk) => {
    printed.stdout += chunk;
  });
  child.stderr.on('data', (chunk) => {
    printed.stderr += chunk;
  });

  return new Promise<Run>((resolve) => {
    child.on('close', (code) => resolve({ code, ...printed, folder }));
  });
};

test('collects what each spec came to, whatever became of its worker', async () => {
  using own = ownFolder();
  const { code, folder, stdout } = await runToys(own.path, toySpecs);
  const run = readRecords(folder);

  expect(code).toBe(1);
  expect(stdout).toBe('');
  expect(run).toMatchObject({ schemaVersion: 1, interrupted: false, workers: 1, errors: [] });
  expect(run?.planned).toHaveLength(5);
  expect(run?.records).toMatchObject([
    { title: 'keeps its promise', outcome: 'passed', apiVersion: 'v2024', clauses: ['triggers.list'] },
    { title: 'breaks its promise', outcome: 'failed', location: 'specs/toy.spec.ts:12' },
    { title: 'takes the worker down', outcome: 'error', cells: [{ operation: 'listTriggers', status: 200 }] },
    { title: 'never ends', outcome: 'error' },
    { title: 'is skipped', outcome: 'skipped', skip: { capability: 'quota', reason: 'r', setting: 's' } },
  ]);
});

test('leaves the records of an interrupted run', async () => {
  using own = ownFolder();
  const { code, folder } = await runToys(own.path, interruptedSpecs);
  const run = readRecords(folder);

  expect(code).toBe(130);
  expect(run?.interrupted).toBe(true);
  expect(run?.planned).toHaveLength(3);
  expect(run?.records.map(({ title }) => title)).toEqual(['ends']);
});

test('keeps what goes wrong outside of any spec', async () => {
  using own = ownFolder();
  const { folder } = await runToys(own.path, 'throw new Error("no such setting");');
  const run = readRecords(folder);

  expect(run?.records).toEqual([]);
  expect(run?.errors[0]).toContain('no such setting');
});

test('says so when the results cannot be written, and does not throw', async () => {
  using own = ownFolder();
  const { stderr, folder } = await runToys(own.path, emptySpecs, 'specs/toy.spec.ts');

  expect(stderr).toContain(`The results could not be written to ${join(folder, 'records.json')}: `);
});
