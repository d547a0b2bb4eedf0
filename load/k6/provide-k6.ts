import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { UsageError } from '../../gate/gate-options.ts';
import type { Signals } from '../../gate/signals.ts';
import { programFolder } from '../place.ts';
import { buildK6, builtPath } from './build-k6.ts';
import { findK6 } from './find-k6.ts';

type Provide = Readonly<{ k6Bin: string | undefined; tell: (line: string) => void; signals: Signals }>;

const oldest = [2, 2, 0] as const;

/** A k6 that is new enough, built where there is none. Throws UsageError with the ways to install it. */
export const provideK6 = async ({
  k6Bin,
  tell,
  signals,
}: Provide): Promise<Readonly<{ path: string; version: string }>> => {
  const folder = join(programFolder(), 'tools/k6');
  const found = findK6({ k6Bin, searchPath: process.env.PATH ?? '', built: builtPath(folder) });
  const path = found?.path ?? (await buildK6({ folder, tell, signal: signals.first }));
  const version = versionOf(path);
  if (version === undefined)
    throw new UsageError(`${path} does not say which k6 it is. Name another with K6_BIN.`);
  if (isOlder(version))
    throw new UsageError(
      `${path} is k6 ${version}, too old: ${oldest.join('.')} or newer is needed. Install a newer one, or name it with K6_BIN.`,
    );

  return { path, version };
};

/** `2.2.0` of what `k6 version` says; undefined where it says none. */
const versionOf = (path: string): string | undefined =>
  / v(\d+\.\d+\.\d+)/.exec(
    spawnSync(path, ['version'], { encoding: 'utf8', timeout: 30_000 }).stdout ?? '',
  )?.[1];

export const isOlder = (version: string): boolean => {
  const parts = version.split('.').map(Number);
  for (const [index, least] of oldest.entries()) {
    const part = parts[index] ?? 0;
    if (part !== least) return part < least;
  }

  return false;
};
