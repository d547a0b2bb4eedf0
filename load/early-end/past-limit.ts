/** How an event ended, in ms since k6 began. */
export type EndedEvent = Readonly<{ step: number; start: number; end: number; accepted: boolean }>;

type PastLimitOptions = Readonly<{
  /** Longer than this is too long, ms. */
  limitMs: number;
  /** Steps that warm up, by their place. */
  warmup: ReadonlySet<number>;
}>;

const windowMs = 10_000;

/**
 * Says whether a target is past its limit for good: of the events that ended in the last 10 s more than half took
 * longer, or were not accepted. A pause of a second or two is not enough.
 */
export const createPastLimit = ({
  limitMs,
  warmup,
}: PastLimitOptions): ((ended: readonly EndedEvent[]) => boolean) => {
  let recent: readonly EndedEvent[] = [];
  let first: number | undefined;

  return (ended) => {
    recent = [...recent, ...ended.filter(({ step }) => !warmup.has(step))];
    const latest = recent.reduce((most, { end }) => Math.max(most, end), Number.NEGATIVE_INFINITY);
    first ??= recent[0]?.end;
    recent = recent.filter(({ end }) => end > latest - windowMs);
    const past = recent.filter(({ start, end, accepted }) => !accepted || end - start > limitMs);

    return first !== undefined && latest - first >= windowMs && past.length * 2 > recent.length;
  };
};
