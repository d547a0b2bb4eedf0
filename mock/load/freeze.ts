import type { FreezeSpan } from './behaviour.ts';

/** When something that takes `ms` and begins at `at` is done, as the tenant's clock counts. */
export type DoneAt = (at: number, ms: number) => number;

/**
 * A tenant that stands still for a while: no time passes for it, and what was under way goes on afterwards. The first
 * call says when its first request came.
 */
export const createFreeze = (span: FreezeSpan | undefined): DoneAt => {
  if (!span) return (at, ms) => at + ms;
  let first: number | undefined;

  return (at, ms) => {
    first ??= at;
    const from = first + span.start;
    const until = from + span.duration;
    if (at >= until) return at + ms;
    if (at >= from) return until + ms;

    return at + ms < from ? at + ms : at + ms + span.duration;
  };
};
