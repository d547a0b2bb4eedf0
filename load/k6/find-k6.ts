import { accessSync, constants, existsSync, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { UsageError } from '../../gate/gate-options.ts';

export type FoundK6 = Readonly<{ path: string; from: 'K6_BIN' | 'PATH' | 'tools/k6' }>;

type Places = Readonly<{
  /** The setting K6_BIN. */
  k6Bin?: string | undefined;
  /** The environment variable PATH. */
  searchPath: string;
  /** Where the one that tools/k6 builds stands, be it there or not. */
  built: string;
}>;

/** The k6 to run: K6_BIN, else the one on PATH, else the one that was built; undefined where there is none. */
export const findK6 = ({ k6Bin, searchPath, built }: Places): FoundK6 | undefined => {
  if (k6Bin !== undefined) {
    if (!isProgram(k6Bin))
      throw new UsageError(
        `K6_BIN is "${k6Bin}", and no program is there. Name k6 itself, or take K6_BIN out.`,
      );
    return { path: k6Bin, from: 'K6_BIN' };
  }
  const name = process.platform === 'win32' ? 'k6.exe' : 'k6';
  const onPath = searchPath
    .split(delimiter)
    .filter((folder) => folder !== '')
    .map((folder) => join(folder, name))
    .find(isProgram);
  if (onPath !== undefined) return { path: onPath, from: 'PATH' };

  return isProgram(built) ? { path: built, from: 'tools/k6' } : undefined;
};

const isProgram = (path: string): boolean => {
  try {
    accessSync(path, constants.X_OK);

    return existsSync(path) && statSync(path).isFile();
  } catch {
    return false;
  }
};
