import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { UsageError } from '../../gate/gate-options.ts';

type Build = Readonly<{
  /** The folder with go.mod. */
  folder: string;
  tell: (line: string) => void;
  signal: AbortSignal;
}>;

const waysToInstall =
  'Install k6 2.2.0 or newer (https://grafana.com/docs/k6/latest/set-up/install-k6/: brew, apt, winget or a download), ' +
  'or Go (https://go.dev/dl/) to have it built here, or name a k6 with K6_BIN.';

/** The version that tools/k6 pins, as `v2.2.0`. */
export const pinnedVersion = (folder: string): string => {
  const version = /go\.k6\.io\/k6\/v2 (v[\d.]+)/.exec(readFileSync(join(folder, 'go.mod'), 'utf8'))?.[1];
  if (version === undefined) throw new Error(`${join(folder, 'go.mod')} pins no k6.`);

  return version;
};

/** Where `buildK6` puts it. git ignores that folder. */
export const builtPath = (folder: string): string =>
  join(folder, 'build', `k6-${pinnedVersion(folder)}${process.platform === 'win32' ? '.exe' : ''}`);

/** Builds the pinned k6 and gives its path; takes one to three minutes, once. Throws UsageError where there is no Go. */
export const buildK6 = async ({ folder, tell, signal }: Build): Promise<string> => {
  const target = builtPath(folder);
  const started = Date.now();
  const timer = setInterval(
    () => tell(`still building k6, ${Math.round((Date.now() - started) / 1000)} s`),
    15_000,
  );
  try {
    const { code, errors } = await go(
      ['build', '-trimpath', '-ldflags=-s -w', '-o', target, 'go.k6.io/k6/v2'],
      {
        cwd: folder,
        signal,
        onStart: () =>
          tell(
            `No k6 is installed: building ${pinnedVersion(folder)} with Go, once, in one to three minutes`,
          ),
      },
    );
    if (code !== 0)
      throw new UsageError(`k6 could not be built: ${errors.trim().split('\n').at(-1)}. ${waysToInstall}`);
    tell(`built k6 in ${Math.round((Date.now() - started) / 1000)} s`);

    return target;
  } finally {
    clearInterval(timer);
  }
};

const go = (
  args: readonly string[],
  { cwd, signal, onStart }: Readonly<{ cwd: string; signal: AbortSignal; onStart: () => void }>,
): Promise<Readonly<{ code: number | null; errors: string }>> =>
  new Promise((resolve, reject) => {
    const child = spawn('go', args, { cwd, stdio: ['ignore', 'ignore', 'pipe'], signal });
    let errors = '';
    child.stderr.on('data', (chunk) => {
      errors = `${errors}${chunk}`.slice(-4000);
    });
    child.once('spawn', onStart);
    child.once('error', (error) =>
      reject(
        'code' in error && error.code === 'ENOENT'
          ? new UsageError(`load needs k6, and neither k6 nor Go is on this machine. ${waysToInstall}`)
          : signal.aborted
            ? signal.reason
            : error,
      ),
    );
    child.once('close', (code) => resolve({ code, errors }));
  });
