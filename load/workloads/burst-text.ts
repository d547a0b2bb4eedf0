import { durationMs } from '../../gate/duration.ts';
import { UsageError } from '../../gate/gate-options.ts';

/** Reads `50000/10m`, events in a time. Throws UsageError where it is none, or one without events or time. */
export const parseBurst = (text: string): Readonly<{ events: number; seconds: number }> => {
  const [, count, time] = /^(\d+)\/(.+)$/.exec(text) ?? [];
  if (count === undefined || time === undefined || Number(count) === 0)
    throw new UsageError(`--burst is "${text}": write it as events in a time, 50000/10m.`);
  const seconds = durationMs(time) / 1000;
  if (seconds === 0) throw new UsageError(`--burst is "${text}": its time must be longer than none.`);

  return { events: Number(count), seconds };
};
