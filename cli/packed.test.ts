import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@playwright/test';
import { type Ended, startProcess } from './testing/run-program.ts';

const checkout = fileURLToPath(new URL('..', import.meta.url));

/** What a clone does not have, or has only after it ran. */
const notOfTheSources = new Set(['node_modules', 'dist', 'results', 'test-results', '.git', '.env']);

const folder = mkdtempSync(join(tmpdir(), 'isc-triggers-packed-'));
/** All that is on PATH: no npm, no Go, no k6. */
const bare = join(folder, 'bare-path');
let archive = '';

test.describe.configure({ mode: 'serial', timeout: 300_000 });

test.beforeAll(async () => {
  test.setTimeout(300_000);
  archive = await packed();
  mkdirSync(bare);
  symlinkSync(process.execPath, join(bare, 'node'));
});
test.afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('the package runs in another project, with its own settings, waivers and results', async () => {
  const project = await installed('project');
  const run = (...args: readonly string[]): Promise<Ended> =>
    startProcess('npx', ['--no-install', 'isc-triggers', ...args], { cwd: project }).ended;

  const gate = await run('gate', '--smoke');
  expect(gate.output).toContain('PASS');
  expect(gate.code).toBe(0);
  expect(gate.output).not.toContain('dist/');
  const page = () => readFileSync(join(project, 'results/latest/conformance.html'), 'utf8');
  const first = page();
  rmSync(join(project, 'results/latest/conformance.html'));
  expect(await run('report', 'results/latest')).toMatchObject({ code: 0 });
  expect(page()).toBe(first);

  expect(await run('filter', 'check', '$[?(@.id == "1")]')).toMatchObject({ code: 0 });

  const waiver = { clause: 'triggers.list', target: 'mock', reason: 'r', owner: 'o', expires: '2020-01-01' };
  writeFileSync(join(project, 'waivers.yaml'), JSON.stringify([waiver]));
  const waived = await run('gate', '--smoke');
  expect(waived.code).toBe(1);
  expect(waived.output).toContain('waivers.yaml');

  // Settings are those of the project: a tenant is named in its .env, and nothing else is.
  writeFileSync(join(project, '.env'), 'ISC_TARGET=tenant\n');
  const unset = await run('gate');
  expect(unset.code).toBe(2);
  expect(unset.output).toContain('SAIL_BASE_URL');
});

test('without its optional parts the gate judges all the same, and what needs one says what to install', async () => {
  const project = await installed('plain', '--omit=optional');
  const run = barely(project);
  expect(readdirSync(join(project, 'node_modules'))).not.toContain('@duckdb');

  expect(await run('gate', '--smoke')).toMatchObject({ code: 0 });
  expect(await run('report', 'results/latest')).toMatchObject({ code: 0 });
  expect(await run('filter', 'check', '$[?(@.id == "1")]')).toMatchObject({ code: 0 });
  for (const command of [
    ['health'],
    ['load'],
    ['capacity', '--scenario', 'subscriber', '--url', 'http://127.0.0.1:9/hook'],
  ]) {
    const { code, output } = await run(...command);

    expect(code, output).toBe(2);
    expect(output.trimEnd().split('\n').at(-1)).toMatch(
      /DuckDB.*not installed.*npm install --include=optional$/,
    );
    expect(output).not.toMatch(/PASS|FAIL|building/);
  }
});

test('where there is neither k6 nor Go, load says how to get one of them', async () => {
  const { code, output } = await barely(join(folder, 'project'))('load', '--scenario', 'pagination');

  expect(code).toBe(2);
  expect(output).toMatch(
    /^load needs k6, and neither k6 nor Go is on this machine\. Install k6 .*K6_BIN\.$/m,
  );
  expect(output).not.toContain('building');
});

/** Runs the installed program with nothing but Node on its PATH. */
const barely =
  (cwd: string) =>
  (...args: readonly string[]): Promise<Ended> =>
    startProcess('node', [join(cwd, 'node_modules/isc-triggers/bin/isc-triggers.js'), ...args], {
      cwd,
      env: { PATH: bare, ISC_TARGET: 'mock' },
    }).ended;

const npm = (args: readonly string[], cwd: string): Promise<Ended> =>
  startProcess('npm', args, { cwd }).ended;

const installed = async (name: string, ...options: readonly string[]): Promise<string> => {
  const project = join(folder, name);
  cpSync(new URL('./testing/other-project', import.meta.url), project, { recursive: true });
  const { code, output } = await npm(
    ['install', '--no-audit', '--no-fund', '--prefer-offline', ...options, archive],
    project,
  );
  expect(code, output).toBe(0);

  return project;
};

/** Packs a copy of the checkout: what the build writes would be in the way of tests that run beside. */
const packed = async (): Promise<string> => {
  const copy = join(folder, 'sources');
  cpSync(checkout, copy, {
    recursive: true,
    filter: (path) => !notOfTheSources.has(basename(path)) || relative(checkout, path) === '',
  });
  symlinkSync(join(checkout, 'node_modules'), join(copy, 'node_modules'));
  const { code, output } = await npm(['pack', '--pack-destination', folder], copy);
  expect(code, output).toBe(0);
  const found = readdirSync(folder).find((name) => name.endsWith('.tgz'));

  return join(folder, found ?? 'no archive');
};
