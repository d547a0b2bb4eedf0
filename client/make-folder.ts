import { mkdirSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

/** A folder has no place where it was asked for; told without a stack. */
export class FolderError extends Error {
  override readonly name = 'FolderError';
}

/**
 * Makes a folder and those above it, unless they are there. Level by level: Node's own recursive way never ends where a
 * folder is there and takes none, as below /proc. Throws FolderError.
 */
export const makeFolder = (path: string): void => {
  const whole = resolve(path);
  try {
    makeLevels(whole);
  } catch (error) {
    throw new FolderError(
      `The folder ${whole} cannot be made: ${error instanceof Error ? error.message : String(error)}. ` +
        'Give write access there, make room, or name another folder.',
    );
  }
};

const makeLevels = (path: string): void => {
  if (isFolder(path)) return;
  const above = dirname(path);
  if (above !== path) makeLevels(above);
  try {
    mkdirSync(path);
  } catch (error) {
    // Another run may have made it meanwhile.
    if (!isFolder(path)) throw error;
  }
};

const isFolder = (path: string): boolean => {
  try {
    return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
  } catch {
    return false;
  }
};
