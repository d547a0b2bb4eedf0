import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { UsageError } from '../../gate/gate-options.ts';
import type { Signals } from '../../gate/signals.ts';

type HelperOptions = Readonly<{
  /** For messages: "the subscriber". */
  what: string;
  /** For Node. */
  args: readonly string[];
  signals: Signals;
}>;

export type Helper<Details> = Readonly<{
  /** The JSON of its first line. */
  details: Details;
  pid: number;
  /** Aborted when it ends without being told to. */
  gone: AbortSignal;
  /** Tells it to end, and waits until it has; after 5 s it is killed. */
  end: () => Promise<void>;
}>;

const patienceMs = 60_000;

/**
 * Starts a program of ours that says in its first line where it listens. It is a process group of its own: Ctrl-C
 * reaches it through the command only, when its time has come, and over its channel it learns that the command is gone.
 * Throws UsageError where it does not start.
 */
export const startHelper = async <Details>({
  what,
  args,
  signals,
}: HelperOptions): Promise<Helper<Details>> => {
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe', 'ipc'], detached: true });
  const { stdout, stderr } = child;
  if (!stdout || !stderr) throw new Error(`${what} has no output to be read.`);
  const gone = new AbortController();
  let errors = '';
  let told = false;
  const closed = new Promise<void>((resolve) =>
    child.once('close', () => {
      if (!told) gone.abort(new UsageError(`${what} ended by itself. ${errors.trim()}`.trim()));
      resolve();
    }),
  );
  stderr.on('data', (chunk) => {
    errors = `${errors}${chunk}`.slice(-2000);
  });
  const leave = signals.atOnce(() => child.kill('SIGKILL'));
  const end = async (): Promise<void> => {
    told = true;
    child.kill('SIGTERM');
    const hard = setTimeout(() => child.kill('SIGKILL'), 5000);
    await closed;
    clearTimeout(hard);
    leave();
  };
  try {
    const details = await new Promise<Details>((resolve, reject) => {
      const timer = setTimeout(
        () => reject(new UsageError(`${what} did not start within ${patienceMs / 1000} s.`)),
        patienceMs,
      );
      const settle = (finish: () => void): void => {
        clearTimeout(timer);
        finish();
      };
      createInterface(stdout).once('line', (line) => settle(() => resolve(JSON.parse(line))));
      child.once('error', (error) => settle(() => reject(error)));
      gone.signal.addEventListener('abort', () => settle(() => reject(gone.signal.reason)));
    });

    return { details, pid: child.pid ?? 0, gone: gone.signal, end };
  } catch (error) {
    await end();
    throw error;
  }
};
