import { readFileSync } from 'node:fs';
import { join, posix } from 'node:path';

/** Files of a folder without folders in it: their text by name. */
export type FlatFiles = Readonly<Record<string, string>>;

/**
 * A script and all that it imports as files of one folder, which is all that a ConfigMap can hold:
 * `load/support/plan.ts` becomes `load__support__plan.ts`, and imports go by these names. `script` is a path below the
 * program's folder.
 */
export const flatScript = (folder: string, script: string): FlatFiles => {
  const files: Record<string, string> = {};
  const add = (path: string): void => {
    if (flatName(path) in files) return;
    const text = readFileSync(join(folder, path), 'utf8');
    const reached = [...text.matchAll(imported)].map(([, , specifier = '']) => resolved(path, specifier));
    files[flatName(path)] = text.replaceAll(
      imported,
      (_, words: string, specifier: string) => `${words}'./${flatName(resolved(path, specifier))}'`,
    );
    for (const each of reached) add(each);
  };
  add(script);

  return files;
};

/** Under what name a file stands in the one folder. */
export const flatName = (path: string): string => path.replaceAll('/', '__');

/** Imports of files, but for those of types alone: k6 leaves these out. */
const imported = /^((?:import|export)\s+(?!type\b)[^;]*?from\s+)'(\.[^']+)'/gm;

const resolved = (path: string, specifier: string): string =>
  posix.normalize(posix.join(posix.dirname(path), specifier));
