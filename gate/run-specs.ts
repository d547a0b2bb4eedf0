import { type ChildProcess, spawn } from 'node:child_process';
import { openSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { makeFolder } from '../client/make-folder.ts';
import type { RunContext } from '../specs/support/run-context.ts';
import type { Signals } from './signals.ts';

export type RunSpecs = Readonly<{
  run: RunContext;
  /** The folder of .env and of the results: that of the caller. */
  cwd: string;
  env: NodeJS.ProcessEnv;
  signals: Signals;
  /** Further words for the runner. */
  args?: readonly string[];
}>;

/** What the runner prints of itself: not for people, and kept for when it failed. */
export const runnerLog = 'runner.log';

/**
 * Runs the specs in processes of their own and waits for their end; what they came to is in the run's folder.
 * The first signal lets them clean up, the second one ends them all. They are a process group of their own, so
 * that what a terminal sends to everybody reaches them through this process only, and once.
 */
export const runSpecs = async (options: RunSpecs): Promise<{ interrupted: boolean }> => {
  const { run, cwd, env, signals, args = [] } = options;
  makeFolder(run.folder);
  if (signals.first.aborted) return { interrupted: true };
  const log = openSync(join(run.folder, runnerLog), 'a');
  const child = spawn(process.execPath, [runner(), 'test', '--config', configFile(), ...args], {
    cwd,
    env: {
      ...env,
      ISC_RUN: JSON.stringify({ ...run, watched: true } satisfies RunContext),
      FORCE_COLOR: '0',
    },
    // Nothing is written to the pipe: that it ends tells the runner that this process is gone. Progress goes to
    // where this one tells it; what else the runner says, be it that it crashes, is for the log.
    stdio: ['pipe', log, log, 2],
    detached: true,
  });
  // The runner knows SIGINT only.
  const interrupt = (): void => void child.kill('SIGINT');
  signals.first.addEventListener('abort', interrupt);
  const leave = signals.atOnce(() => killGroup(child));
  try {
    await new Promise<void>((resolve, reject) => child.once('error', reject).once('close', () => resolve()));

    return { interrupted: signals.first.aborted };
  } finally {
    signals.first.removeEventListener('abort', interrupt);
    leave();
  }
};

const killGroup = ({ pid }: ChildProcess): void => {
  try {
    if (pid !== undefined) process.kill(-pid, 'SIGKILL');
  } catch {
    // They have ended by themselves.
  }
};

const runner = (): string => createRequire(import.meta.url).resolve('@playwright/test/cli');

/** Sources where this file is one, compiled files where it is compiled. */
const configFile = (): string =>
  fileURLToPath(
    new URL(`../playwright.config.${import.meta.url.endsWith('.ts') ? 'ts' : 'js'}`, import.meta.url),
  );
