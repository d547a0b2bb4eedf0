import { spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import type { Signals } from '../../gate/signals.ts';
import { cpuTimeMs } from './cpu-time.ts';

export type K6Run = Readonly<{
  k6: string;
  /** The file of the scenario. */
  script: string;
  /** Where it writes: `name.rows.csv`, `name.csv.gz` and `name.log` in a folder. */
  folder: string;
  name: string;
  /** For the scenario: names of files, and the token. */
  env: Readonly<Record<string, string>>;
  /** When it is ended, whatever it does: k6 loops for ever on some scripts. */
  deadlineMs: number;
  signals: Signals;
  /** Ends it before its time where what it needs has gone. */
  stop?: AbortSignal;
  args?: readonly string[];
}>;

export type K6Ended = Readonly<{
  /** k6's exit code; null where it was killed. Never a verdict. */
  code: number | null;
  /** It was ended by us: what for. */
  cut: 'deadline' | 'interrupted' | 'stopped' | undefined;
  /** What the scenario wrote, a line per event. */
  rows: string;
  /** What k6 said beside, errors of the script first among it. */
  log: string;
  /** Share of the machine that k6 used, 0 to 1; null where the system does not tell. */
  cpuShare: number | null;
  seconds: number;
}>;

/** Runs k6 as a program and waits for its end. Its usage report and automatic extensions are off. */
export const runK6 = async (run: K6Run): Promise<K6Ended> => {
  const { k6, script, signals, stop } = run;
  const files = filesOf(run.folder, run.name);
  const log = openSync(files.log, 'a');
  const started = performance.now();
  const child = spawn(
    k6,
    [
      'run',
      '--no-usage-report',
      '--quiet',
      '--no-color',
      '--summary-mode=disabled',
      // What tells one sample from another is in the rows; the fewer tags, the less k6 has to write.
      '--system-tags=scenario',
      '--log-format=raw',
      `--console-output=${files.rows}`,
      `--out=csv=${files.metrics}`,
      ...(run.args ?? []),
      script,
    ],
    {
      env: { ...clean(process.env), ...quiet, ...run.env },
      stdio: ['ignore', log, log],
      detached: true,
    },
  );
  closeSync(log);
  let cut: K6Ended['cut'];
  let cpuMs: number | undefined;
  const end = (why: NonNullable<K6Ended['cut']>) => (): void => {
    cut ??= why;
    child.kill('SIGINT');
    setTimeout(() => child.kill('SIGKILL'), 5000).unref();
  };
  const [late, interrupted, stopped] = [end('deadline'), end('interrupted'), end('stopped')];
  const deadline = setTimeout(late, run.deadlineMs);
  const sampling = setInterval(() => {
    cpuMs = (child.pid === undefined ? undefined : cpuTimeMs(child.pid)) ?? cpuMs;
  }, 200);
  const leave = signals.atOnce(() => child.kill('SIGKILL'));
  signals.first.addEventListener('abort', interrupted);
  stop?.addEventListener('abort', stopped);
  if (signals.first.aborted) interrupted();
  if (stop?.aborted) stopped();
  try {
    const code = await new Promise<number | null>((resolve, reject) =>
      child.once('error', reject).once('close', resolve),
    );
    const seconds = (performance.now() - started) / 1000;

    return {
      code,
      cut,
      rows: files.rows,
      log: files.log,
      cpuShare: cpuMs === undefined ? null : cpuMs / 1000 / seconds / availableParallelism(),
      seconds,
    };
  } finally {
    clearTimeout(deadline);
    clearInterval(sampling);
    leave();
    signals.first.removeEventListener('abort', interrupted);
    stop?.removeEventListener('abort', stopped);
  }
};

/** What one k6 writes: the lines of its scenario, its own samples, and what it says beside. */
export const filesOf = (
  folder: string,
  name: string,
): Readonly<Record<'rows' | 'metrics' | 'log', string>> => ({
  rows: join(folder, `${name}.rows.csv`),
  metrics: join(folder, `${name}.csv.gz`),
  log: join(folder, `${name}.log`),
});

/** The first thing that k6 said, for people: one line of it. */
export const firstWords = ({ log }: Pick<K6Ended, 'log'>): string | undefined =>
  readFileSync(log, 'utf8')
    .split('\n')
    .map((line) => line.trim())
    .find((line) => line !== '');

const quiet = { K6_AUTO_EXTENSION_RESOLUTION: 'false', K6_CSV_TIME_FORMAT: 'unix_nano' };

/** Without what would change k6 behind our back, and without the secrets of this program. */
const clean = (env: NodeJS.ProcessEnv): NodeJS.ProcessEnv =>
  Object.fromEntries(Object.entries(env).filter(([name]) => !/^(K6_|SAIL_|ISC_)/.test(name)));
