import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

export type ProgramOptions = Readonly<{
  cwd: string;
  /** Beside PATH and HOME; nothing else of this process's environment is handed on. */
  env?: Readonly<Record<string, string>>;
}>;

export type Ended = Readonly<{
  /** `null` where a signal ended it. */
  code: number | null;
  stdout: string;
  stderr: string;
  /** Both, for what must stand or not stand anywhere. */
  output: string;
  seconds: number;
}>;

export type Running = Readonly<{
  pid: number;
  ended: Promise<Ended>;
  /** Waits until the program has written this. Rejects where it ended before. */
  says: (pattern: RegExp) => Promise<RegExpExecArray>;
  signal: (name: NodeJS.Signals) => void;
}>;

const program = fileURLToPath(new URL('../../bin/isc-triggers.js', import.meta.url));

/** Starts the program as a person does, in an environment of its own. */
export const startProgram = (args: readonly string[], options: ProgramOptions): Running =>
  startProcess(process.execPath, [program, ...args], options);

export const runProgram = (args: readonly string[], options: ProgramOptions): Promise<Ended> =>
  startProgram(args, options).ended;

export const startProcess = (
  command: string,
  args: readonly string[],
  { cwd, env = {} }: ProgramOptions,
): Running => {
  const started = performance.now();
  const child = spawn(command, args, {
    cwd,
    env: { ...only('PATH'), ...only('HOME'), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const heard = { stdout: '', stderr: '' };
  const listeners = new Set<() => void>();
  for (const name of ['stdout', 'stderr'] as const) {
    child[name].setEncoding('utf8').on('data', (text: string) => {
      heard[name] += text;
      for (const listener of listeners) listener();
    });
  }
  const ended = new Promise<Ended>((resolve, reject) => {
    child.once('error', reject).once('close', (code) => {
      const seconds = (performance.now() - started) / 1000;
      resolve({ ...heard, code, output: heard.stdout + heard.stderr, seconds });
    });
  });

  return {
    pid: pidOf(child),
    ended,
    says: (pattern) =>
      new Promise((resolve, reject) => {
        const look = (): void => {
          const found = pattern.exec(heard.stdout + heard.stderr);
          if (!found) return;
          listeners.delete(look);
          resolve(found);
        };
        listeners.add(look);
        look();
        ended.then(
          ({ output }) => reject(new Error(`It ended without saying ${pattern}: ${output}`)),
          reject,
        );
      }),
    signal: (name) => void child.kill(name),
  };
};

const only = (name: string): Record<string, string> => {
  const value = process.env[name];

  return value === undefined ? {} : { [name]: value };
};

const pidOf = ({ pid }: ChildProcess): number => {
  if (pid === undefined) throw new Error('The program did not start.');

  return pid;
};
