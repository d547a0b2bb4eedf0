import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Outcome } from './outcomes.ts';

const program = fileURLToPath(new URL('../../bin/isc-triggers.js', import.meta.url));

/** Runs one gate on the embedded tenant; its results go to `results`, and stay there. */
export const runGateOnce = async (
  results: string,
  workers: number,
  options: readonly string[],
): Promise<Outcome> => {
  const started = performance.now();
  const gate = spawn(
    process.execPath,
    [program, 'gate', '--quiet', '--workers', `${workers}`, '--results', results, ...options],
    { stdio: 'ignore', env: { ...process.env, ISC_TARGET: 'mock' } },
  );
  const exitCode = await new Promise<number>((resolve, reject) => {
    gate.on('error', reject).on('close', (code) => resolve(code ?? 2));
  });
  const seconds = (performance.now() - started) / 1000;

  return { workers, exitCode, seconds, ...judgedIn(join(results, 'latest', 'conformance.json')) };
};

const judgedIn = (file: string): Pick<Outcome, 'run' | 'tests'> => {
  const { run, tests } = JSON.parse(readFileSync(file, 'utf8')) as {
    run: { id: string };
    tests: { passed: number; failed: number };
  };

  return { run: run.id, tests: tests.passed + tests.failed };
};
