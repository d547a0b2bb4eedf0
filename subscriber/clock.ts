/** Times in ms since 1970-01-01T00:00:00Z. The clock of a mock tenant is one, so that both go by the same time. */
export type Clock = Readonly<{
  now: () => number;
  /** Runs `task` at `at`, or as soon as possible where that has passed. */
  setTimer: (at: number, task: () => void | Promise<void>) => unknown;
}>;

/** The clock of the machine, in fractions of a millisecond. It never goes back, and its timers keep no process alive. */
export const preciseClock = (): Clock => {
  const now = (): number => performance.timeOrigin + performance.now();

  return {
    now,
    setTimer: (at, task) => setTimeout(() => void task(), Math.max(0, at - now())).unref(),
  };
};
