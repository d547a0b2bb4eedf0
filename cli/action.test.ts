import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
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

test('the action judges, says what it found and keeps the exit code, and takes no verdict from an earlier run', async () => {
  test.setTimeout(180_000);
  const cwd = mkdtempSync(join(tmpdir(), 'isc-triggers-action-'));
  const output = join(cwd, 'output');
  try {
    const env = {
      ISC_TARGET: 'mock',
      GITHUB_OUTPUT: output,
      GATE_PROGRAM: fileURLToPath(new URL('../bin/isc-triggers.js', import.meta.url)),
    };
    const run = async (words: string) => {
      writeFileSync(output, '');
      const { code } = await startProcess('bash', ['-e', '-o', 'pipefail', '-c', gate?.run ?? 'exit 9'], {
        cwd,
        env: { ...env, GATE_ARGUMENTS: words },
      }).ended;

      return { code, said: readFileSync(output, 'utf8') };
    };

    const green = await run('--clause triggers.list --quiet');
    expect(green.code).toBe(0);
    expect(green.said).toMatch(
      /^verdict=PASS\ncells=\d+\nviolations=0\nwaived=0\nwarnings=0\nresults=.*\/results\/\d+T\d+Z-gate-\w+\n$/,
    );

    const thin = await run('--require-cells 64 --clause triggers.list');
    expect(thin.code).toBe(2);
    expect(thin.said).toMatch(/^verdict=INCOMPLETE\ncells=\d+\n/);

    const unable = await run('--clause no.such.clause');
    expect(unable.code).toBe(2);
    expect(unable.said).toMatch(/^verdict=\ncells=0\nviolations=0\n/);
  } finally {
    rmSync(cwd, { recursive: true, force: true });
  }
});
