import { renameSync, rmSync, writeFileSync } from 'node:fs';

/** Writes a file so that a reader finds it whole or not at all. */
export const writeWhole = (path: string, text: string): void => {
  const unfinished = `${path}.${process.pid}.part`;
  try {
    writeFileSync(unfinished, text);
    renameSync(unfinished, path);
  } catch (error) {
    rmSync(unfinished, { force: true });
    throw error;
  }
};
