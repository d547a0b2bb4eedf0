import { appendFileSync, closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { dirname } from 'node:path';
import { makeFolder } from './make-folder.ts';

/** Lines that are only ever added; whoever shares the journal sees those of the others. */
export type Journal = Readonly<{
  append(line: string): void;
  /** The whole lines added since the last reading, by anybody. A last line without its end waits for it. */
  readNew(): readonly string[];
}>;

export function memoryJournal(): Journal {
  let unread: string[] = [];

  return {
    append: (line) => void unread.push(line),
    readNew: () => {
      const lines = unread;
      unread = [];

      return lines;
    },
  };
}

/** A journal in a file, which several processes may share: each line is one append. */
export function fileJournal(file: string): Journal {
  let offset = 0;
  let rest = Buffer.alloc(0);

  return {
    append: (line) => {
      makeFolder(dirname(file));
      appendFileSync(file, `${line}\n`);
    },
    readNew: () => {
      const bytes = readFrom(file, offset);
      offset += bytes.length;
      const all = Buffer.concat([rest, bytes]);
      const end = all.lastIndexOf('\n') + 1;
      rest = all.subarray(end);

      return all.subarray(0, end).toString('utf8').split('\n').filter(Boolean);
    },
  };
}

/** Not there, or a file stands where its folder would be. */
const isAbsent = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR');

const readFrom = (file: string, offset: number): Buffer => {
  let handle: number;
  try {
    handle = openSync(file, 'r');
  } catch (error) {
    if (isAbsent(error)) return Buffer.alloc(0);
    throw error;
  }
  try {
    const bytes = Buffer.alloc(Math.max(0, fstatSync(handle).size - offset));

    return bytes.subarray(0, readSync(handle, bytes, 0, bytes.length, offset));
  } finally {
    closeSync(handle);
  }
};
