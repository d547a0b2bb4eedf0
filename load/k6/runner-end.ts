import type { K6Ended } from './run-k6.ts';

/** How a runner's k6 came to its end. */
export type RunnerEnd = Pick<K6Ended, 'code' | 'cut'> &
  Readonly<{
    /** Share of its machine that it used, 0 to 1; null where nobody looked. */
    cpuShare: number | null;
    /** The first line that k6 said. */
    words: string | undefined;
  }>;

/** How a part of a run came to its end; a runner each, in their order. None are known of runners that others started. */
export type PartEnd = Readonly<{
  runners: readonly RunnerEnd[];
  /** Why it ended before its time. */
  stopped: string | undefined;
}>;
