/** The one source of time of a tenant: expiry, refill, timestamps and deadlines all go through it. */
export type Clock = Readonly<{
  /** Milliseconds since 1970-01-01T00:00:00Z. */
  now: () => number;
  /** Runs `task` at `at` (as `now` counts), or as soon as possible where that has passed. Gives the way to call it off. */
  setTimer: (at: number, task: TimerTask) => CancelTimer;
}>;

type TimerTask = () => void | Promise<void>;

export type CancelTimer = () => void;

/** A clock that stands still until it is advanced. */
export type VirtualClock = Clock &
  Readonly<{
    /** Moves the time on, running each due timer at its own time and in order; waits for what a timer started. */
    advance: (milliseconds: number) => Promise<void>;
  }>;

type Timer = Readonly<{ at: number; order: number; task: TimerTask }>;

/** In ms; the platform runs a timer that is further away at once. */
const longestWait = 2 ** 31 - 1;

const newYear2026 = Date.UTC(2026, 0, 1);

/** The clock of the machine. Its timers keep no process alive. */
export const systemClock = (): Clock => ({
  now: () => Date.now(),
  setTimer: (at, task) => {
    let handle: NodeJS.Timeout;
    const wait = (): void => {
      const left = Math.max(0, at - Date.now());
      handle = left > longestWait ? setTimeout(wait, longestWait) : setTimeout(() => void task(), left);
      handle.unref();
    };
    wait();

    return () => clearTimeout(handle);
  },
});

/** A clock for tests and for the embedded tenant; starts at `startMs`. */
export const virtualClock = (startMs = newYear2026): VirtualClock => {
  const timers = new Set<Timer>();
  let time = startMs;
  let made = 0;
  let advancing: Promise<void> = Promise.resolve();

  const advanceTo = async (target: number): Promise<void> => {
    for (let timer = earliest(timers, target); timer; timer = earliest(timers, target)) {
      timers.delete(timer);
      time = Math.max(time, timer.at);
      await timer.task();
    }
    time = target;
  };

  return {
    now: () => time,
    setTimer: (at, task) => {
      made += 1;
      const timer = { at, order: made, task };
      timers.add(timer);

      return () => timers.delete(timer);
    },
    advance: (milliseconds) => {
      advancing = advancing.then(() => advanceTo(time + milliseconds));

      return advancing;
    },
  };
};

/** Whether a clock can be advanced. */
export const isVirtual = (clock: Clock): clock is VirtualClock => 'advance' in clock;

const earliest = (timers: ReadonlySet<Timer>, until: number): Timer | undefined => {
  let first: Timer | undefined;
  for (const timer of timers) {
    if (timer.at <= until && (!first || isBefore(timer, first))) first = timer;
  }

  return first;
};

const isBefore = (one: Timer, other: Timer): boolean =>
  one.at < other.at || (one.at === other.at && one.order < other.order);
