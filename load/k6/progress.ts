import { fileJournal } from '../../client/journal.ts';

export type ProgressOptions = Readonly<{
  /** What the scenario writes in each runner, a line for each event with its status in the seventh place. */
  rows: readonly string[];
  what: string;
  /** Of the whole workload. */
  seconds: number;
  tell: (line: string) => void;
}>;

const everyMs = 5000;

/** Tells every 5 s how fast events go, how many were not accepted, and how long it still takes. */
export const watchProgress = ({
  rows,
  what,
  seconds,
  tell,
}: ProgressOptions): Readonly<{ end: () => void }> => {
  const journals = rows.map((file) => fileJournal(file));
  const started = performance.now();
  let misses = 0;
  const timer = setInterval(() => {
    const lines = journals.flatMap((journal) => journal.readNew());
    const passed = (performance.now() - started) / 1000;
    misses += lines.filter((line) => !/^2\d\d$/.test(line.split(',', 7)[6] ?? '')).length;
    tell(
      `${what}  ${((lines.length * 1000) / everyMs).toFixed(1)}/s, ${misses} missed, ${Math.max(0, Math.round(seconds - passed))} s left`,
    );
  }, everyMs);

  return { end: () => clearInterval(timer) };
};
