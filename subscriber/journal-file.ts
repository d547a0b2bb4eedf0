import { createWriteStream } from 'node:fs';
import type { RecordEntry } from './entry.ts';
import { toJournalLine } from './journal-line.ts';

export type JournalFile = Readonly<{
  record: RecordEntry;
  /** Resolves once all lines are written. */
  close: () => Promise<void>;
}>;

/** Opens a journal file to append to. Rejects where it cannot be written. */
export const openJournalFile = async (path: string): Promise<JournalFile> => {
  const stream = createWriteStream(path, { flags: 'a' });
  await new Promise<void>((resolve, reject) => {
    stream.once('open', () => resolve());
    stream.once('error', reject);
  });

  return {
    record: (entry) => void stream.write(toJournalLine(entry)),
    close: () => new Promise((resolve) => stream.end(resolve)),
  };
};
