import type { Clock } from './clock.ts';
import { ThrottledError } from './errors.ts';
import { backOffMs, retryAfterMs } from './retry-after.ts';

type Answered = Readonly<{
  response: Readonly<{ status: number; headers: Readonly<Record<string, string>> }>;
}>;

export type WaitOutOptions = Readonly<{
  clock: Clock;
  /** What was asked for, for the error: `GET /beta/triggers`. */
  what: string;
  signal?: AbortSignal | undefined;
  /** Told before each pause, in ms: whoever else sends for this client waits as well. */
  onPause?: (ms: number) => void;
}>;

const mostTries = 8;

/** Longest time that one request waits for its turn, in ms, all pauses together. */
const mostPatience = 300_000;

/**
 * Sends until the answer is no 429, pausing as Retry-After says; where it says nothing or no time at all, by a
 * pause of its own that grows. Throws ThrottledError after 8 sends, or where 5 minutes would not do.
 */
export async function waitOut<T extends Answered>(
  send: (waitedOut: number) => Promise<T>,
  { clock, what, signal, onPause }: WaitOutOptions,
): Promise<T> {
  let waitedMs = 0;

  for (let refusals = 0; ; ) {
    const answered = await send(refusals);
    const { status, headers } = answered.response;
    if (status !== 429) return answered;

    refusals += 1;
    const pause = retryAfterMs(headers['retry-after'], clock.now()) || backOffMs(refusals);
    if (refusals >= mostTries || waitedMs + pause > mostPatience)
      throw new ThrottledError({ what, refusals, waitedMs, nextPauseMs: pause });

    waitedMs += pause;
    onPause?.(pause);
    await clock.sleep(pause, signal);
  }
}
