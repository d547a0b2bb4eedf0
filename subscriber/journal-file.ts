import { createWriteStream } from 'node:fs';
import type { Entry, RecordEntry } from './entry.ts';

export type JournalFile = Readonly<{
  record: RecordEntry;
  /** Resolves once all lines are written. */
  close: () => Promise<void>;
}>;

/** Opens a journal file to append to, a line for each entry. Rejects where it cannot be written. */
export const openJournalFile = async (
  path: string,
  toLine: (entry: Entry) => string,
): Promise<JournalFile> => {
  const stream = createWriteStream(path, { flags: 'a' });
  await new Promise<void>((resolve, reject) => {
    stream.once('open', () => resolve());
    stream.once('error', reject);
  });

  return {
    record: (entry) => void stream.write(toLine(entry)),
    close: () => new Promise((resolve) => stream.end(resolve)),
  };
};
