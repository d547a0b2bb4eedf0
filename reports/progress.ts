import { inSeconds } from './text.ts';

export type ProgressOptions = Readonly<{
  /** Rewrites one line where there is a terminal, else writes a line now and then. */
  terminal: boolean;
  write: (text: string) => void;
  /** Milliseconds, monotonic. */
  now: () => number;
}>;

export type Progress = Readonly<{
  begin: (total: number) => void;
  step: () => void;
  /** Takes the rewritten line away: the report states the final count. */
  end: () => void;
}>;

/** Tells how far a run is: `specs 120 of 214  6.2 s`. */
export const progress = ({ terminal, write, now }: ProgressOptions): Progress => {
  const interval = terminal ? 100 : 5000;
  const started = now();
  let written = started;
  let total = 0;
  let done = 0;

  return {
    begin: (count) => {
      total = count;
    },
    step: () => {
      done += 1;
      if (now() - written < interval) return;
      written = now();
      const line = `specs ${done} of ${total}  ${inSeconds((written - started) / 1000)}`;
      write(terminal ? `\r${line}\u001b[K` : `${line}\n`);
    },
    end: () => {
      if (terminal && written !== started) write('\r\u001b[K');
    },
  };
};
