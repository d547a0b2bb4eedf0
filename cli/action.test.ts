import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@playwright/test';
import { parse } from 'yaml';
import { startProcess } from './testing/run-program.ts';

type Step = Readonly<{
  id?: string;
  run?: string;
  env?: Readonly<Record<string, string>>;
  uses?: string;
  shell?: string;
}>;
type Action = Readonly<{
  inputs: Readonly<Record<string, Readonly<{ description: string; default?: string }>>>;
  outputs: Readonly<Record<string, Readonly<{ description: string; value: string }>>>;
  runs: Readonly<{ using: string; steps: readonly Step[] }>;
}>;

const action = parse(readFileSync(new URL('../action.yml', import.meta.url), 'utf8')) as Action;
const gate = action.runs.steps.find(({ id }) => id === 'gate');
const everything = JSON.stringify(action.runs);

test('the action uses the inputs that it names, and its outputs are those of its gate', () => {
  const used = new Set([...everything.matchAll(/inputs\.([\w-]+)/g)].map(([, name]) => name));

  expect([...used].sort()).toEqual(Object.keys(action.inputs).sort());
  expect(Object.values(action.outputs).map(({ value }) => value)).toEqual(
    Object.keys(action.outputs).map((name) => `\${{ steps.gate.outputs.${name} }}`),
  );
  expect(action.runs.steps.filter(({ run, shell }) => run !== undefined && shell !== 'bash')).toEqual([]);
});

test('no input is put into a script as text', () => {
  expect(action.runs.steps.filter(({ run }) => run?.includes('${{')).map(({ run }) => run)).toEqual([]);
});

test('the action judges, says what it found and keeps the exit code', async () => {
  const cwd = mkdtempSync(join(tmpdir(), 'isc-triggers-action-'));
  const output = join(cwd, 'output');
  try {
    const env = {
      ISC_TARGET: 'mock',
      GITHUB_OUTPUT: output,
      GATE_PROGRAM: fileURLToPath(new URL('../bin/isc-triggers.js', import.meta.url)),
    };
    const run = (words: string) =>
      startProcess('bash', ['-e', '-o', 'pipefail', '-c', gate?.run ?? 'exit 9'], {
        cwd,
        env: { ...env, GATE_ARGUMENTS: words },
      }).ended;

    expect(await run('--clause triggers.list --quiet')).toMatchObject({ code: 0 });
    expect(readFileSync(output, 'utf8')).toMatch(
      /^verdict=PASS\ncells=\d+\nviolations=0\nresults=.*results\/latest\n$/,
    );
    expect(await run('--require-cells 64 --clause triggers.list')).toMatchObject({ code: 2 });
  } finally {
    rmSync(cwd, { recursive: true, force: true });
  }
});
