import { cpSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@playwright/test';
import { type Ended, startProcess } from './testing/run-program.ts';

const checkout = fileURLToPath(new URL('..', import.meta.url));

/** What a clone does not have, or has only after it ran. */
const notOfTheSources = new Set(['node_modules', 'dist', 'results', 'test-results', '.git', '.env']);

test('the package runs in another project, with its own settings and results', async () => {
  test.setTimeout(240_000);
  const folder = mkdtempSync(join(tmpdir(), 'isc-triggers-packed-'));
  try {
    const project = join(folder, 'project');
    const archive = await packInto(folder);
    cpSync(new URL('./testing/other-project', import.meta.url), project, { recursive: true });
    expect(
      await npm(['install', '--no-audit', '--no-fund', '--prefer-offline', archive], project),
    ).toMatchObject({
      code: 0,
    });
    const run = (...args: readonly string[]): Promise<Ended> =>
      startProcess('npx', ['--no-install', 'isc-triggers', ...args], { cwd: project }).ended;

    const gate = await run('gate', '--smoke');
    expect(gate.output).toContain('PASS');
    expect(gate.code).toBe(0);
    expect(gate.output).not.toContain('dist/');
    expect(readdirSync(join(project, 'results', 'latest'))).toContain('conformance.json');

    expect(await run('filter', 'check', '$[?(@.id == "1")]')).toMatchObject({ code: 0 });

    // Settings are those of the project: a tenant is named in its .env, and nothing else is.
    writeFileSync(join(project, '.env'), 'ISC_TARGET=tenant\n');
    const unset = await run('gate');
    expect(unset.code).toBe(2);
    expect(unset.output).toContain('SAIL_BASE_URL');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

const npm = (args: readonly string[], cwd: string): Promise<Ended> =>
  startProcess('npm', args, { cwd }).ended;

/** Packs a copy of the checkout: what the build writes would be in the way of tests that run beside. */
const packInto = async (folder: string): Promise<string> => {
  const copy = join(folder, 'sources');
  cpSync(checkout, copy, {
    recursive: true,
    filter: (path) => !notOfTheSources.has(basename(path)) || relative(checkout, path) === '',
  });
  symlinkSync(join(checkout, 'node_modules'), join(copy, 'node_modules'));
  const { code, output } = await npm(['pack', '--pack-destination', folder], copy);
  expect(code, output).toBe(0);
  const archive = readdirSync(folder).find((name) => name.endsWith('.tgz'));

  return join(folder, archive ?? 'no archive');
};
