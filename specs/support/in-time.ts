import type { SkipRecord } from '../../reports/record.ts';
import type { Answer } from './answer.ts';

/** What the suite saw of an open invocation, and the exchanges between which it was seen. */
export type Look<T> = Readonly<{ seen: T; from: Answer; to: Answer }>;

export type LookWithin = <T>(limitMs: number, look: () => Promise<Look<T>>) => Promise<T>;

/**
 * Looks again, at another invocation, where the suite came too late: a quota or a 429 may hold its requests up, and
 * what a tenant shows after the moment in question says nothing about the time before. Where it is too late each time,
 * the test is skipped: a tenant may be slow.
 */
export const createLookWithin =
  (skip: (why: SkipRecord) => never): LookWithin =>
  async (limitMs, look) => {
    for (let attempts = 0; attempts < 3; attempts += 1) {
      const { seen, from, to } = await look();
      if (endOf(to) - Date.parse(from.exchange.startedAt) < limitMs) return seen;
    }

    return skip({
      capability: 'time',
      reason: `answers came too late to look within ${limitMs / 1000} s (a quota, a 429, a slow tenant)`,
    });
  };

const endOf = ({ exchange }: Answer): number => Date.parse(exchange.startedAt) + exchange.milliseconds;
