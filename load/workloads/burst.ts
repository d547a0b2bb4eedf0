import { durationMs } from '../../gate/duration.ts';
import { UsageError } from '../../gate/gate-options.ts';
import type { Workload } from './workload.ts';

/** A burst is held no longer than this, in s: its rate is what is asked about. */
const longest = 60;

/** `50000/10m`: the rate of that burst, held for a minute at most, with a calm before and after it. */
export const burstOf = (text: string): Workload & Readonly<{ name: string }> => {
  const [, count, time] = /^(\d+)\/(.+)$/.exec(text) ?? [];
  if (count === undefined || time === undefined || Number(count) === 0)
    throw new UsageError(`--burst is "${text}": write it as events in a time, 50000/10m.`);
  const seconds = durationMs(time) / 1000;
  if (seconds === 0) throw new UsageError(`--burst is "${text}": its time must be longer than none.`);
  const held = Math.min(seconds, longest);

  return {
    name: `spike ${text}`,
    purpose: held < seconds ? `a burst of ${text}, its first ${held} s` : `a burst of ${text}`,
    rate: Number(count) / seconds,
    steps: [
      { share: 0.1, seconds: 5, warmup: true },
      { share: 1, seconds: held },
    ],
  };
};
