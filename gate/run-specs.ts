import { spawn } from 'node:child_process';
import { mkdirSync, openSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { RunContext } from '../specs/support/run-context.ts';

export type RunSpecs = Readonly<{
  run: RunContext;
  /** The folder of .env and of the results: that of the caller. */
  cwd: string;
  env: NodeJS.ProcessEnv;
  /** Further words for the runner. */
  args?: readonly string[];
}>;

/** What the runner prints of itself: not for people, and kept for when it failed. */
export const runnerLog = 'runner.log';

/**
 * Runs the specs in processes of their own and waits for their end; what they came to is in the run's folder.
 * SIGINT and SIGTERM let them clean up: the runner knows only the first.
 */
export const runSpecs = async ({ run, cwd, env, args = [] }: RunSpecs): Promise<{ interrupted: boolean }> => {
  mkdirSync(run.folder, { recursive: true });
  const log = openSync(join(run.folder, runnerLog), 'a');
  const child = spawn(process.execPath, [runner(), 'test', '--config', configFile(), ...args], {
    cwd,
    env: { ...env, ISC_RUN: JSON.stringify(run), FORCE_COLOR: '0' },
    stdio: ['ignore', log, 'inherit'],
  });
  let interrupted = false;
  const interrupt = (): void => {
    interrupted = true;
    child.kill('SIGINT');
  };
  process.on('SIGINT', interrupt).on('SIGTERM', interrupt);
  try {
    await new Promise<void>((resolve, reject) => child.once('error', reject).once('close', () => resolve()));

    return { interrupted };
  } finally {
    process.off('SIGINT', interrupt).off('SIGTERM', interrupt);
  }
};

const runner = (): string => createRequire(import.meta.url).resolve('@playwright/test/cli');

/** Sources where this file is one, compiled files where it is compiled. */
const configFile = (): string =>
  fileURLToPath(
    new URL(`../playwright.config.${import.meta.url.endsWith('.ts') ? 'ts' : 'js'}`, import.meta.url),
  );
