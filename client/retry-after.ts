/** Longest pause that the client chooses by itself, in ms. */
const longestBackOff = 30_000;

/**
 * How long a 429 asks to wait, in ms: seconds, or an HTTP-date, whose rest is rounded up to whole seconds.
 * `undefined` where the header is absent or says nothing usable.
 */
export function retryAfterMs(header: string | undefined, now: number): number | undefined {
  const text = header?.trim() ?? '';
  if (/^\d+(\.\d+)?$/.test(text)) return Math.ceil(Number(text) * 1000);
  if (!/[a-z]/i.test(text)) return undefined;

  const date = Date.parse(text);

  return Number.isNaN(date) ? undefined : Math.max(0, Math.ceil((date - now) / 1000) * 1000);
}

/** The client's own pause after the given number of 429s in a row: 1, 2, 4 ... at most 30 s. */
export const backOffMs = (refusals: number): number => Math.min(longestBackOff, 1000 * 2 ** (refusals - 1));
