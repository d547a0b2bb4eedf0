import { parseBurst } from './burst-text.ts';
import type { Workload } from './workload.ts';

/** A burst is held no longer than this, in s: its rate is what is asked about. */
const longest = 60;

/** `50000/10m`: the rate of that burst, held for a minute at most, with a calm before and after it. */
export const burstOf = (text: string): Workload & Readonly<{ name: string }> => {
  const { events, seconds } = parseBurst(text);
  const held = Math.min(seconds, longest);

  return {
    name: `spike ${text}`,
    purpose: held < seconds ? `a burst of ${text}, its first ${held} s` : `a burst of ${text}`,
    rate: events / seconds,
    steps: [
      { share: 0.1, seconds: 5, warmup: true },
      { share: 1, seconds: held },
    ],
  };
};
