/** How many events are to be carried, events/s, and where the number comes from. */
export type Demand = Readonly<{
  rate: number;
  low: number;
  high: number;
  source: string;
  /** Of rows of the past: over how many seconds `rate` is a mean. */
  meanOverSeconds?: number;
  /** Of a burst: how many events, in how many seconds. */
  burst?: Readonly<{ events: number; seconds: number }>;
}>;

export type DemandOutcome = Readonly<{ ok: true; demand: Demand } | { ok: false; error: string }>;

const daySeconds = 86_400;

/** Events a day over 86,400 seconds, times the peak factor. */
export const dailyDemand = (eventsPerDay: number, peakFactor: number): DemandOutcome => {
  if (!(eventsPerDay > 0) || !(peakFactor > 0) || !Number.isFinite(eventsPerDay * peakFactor))
    return {
      ok: false,
      error: `a demand of ${eventsPerDay} events a day x ${peakFactor} gives no headroom: both must be above 0`,
    };
  const rate = (eventsPerDay * peakFactor) / daySeconds;

  return {
    ok: true,
    demand: { rate, low: rate, high: rate, source: `${eventsPerDay} a day x ${peakFactor}` },
  };
};

/** So many events at an even rate. */
export const burstDemand = (events: number, seconds: number): DemandOutcome => {
  if (!(events > 0) || !(seconds > 0))
    return { ok: false, error: `a burst of ${events} events in ${seconds} s is none: both must be above 0` };
  const rate = events / seconds;

  return {
    ok: true,
    demand: { rate, low: rate, high: rate, source: `${events} in ${seconds} s`, burst: { events, seconds } },
  };
};

/** What a demand is called in a sentence. */
export const nameOf = ({ burst }: Demand): 'peak' | 'burst' => (burst === undefined ? 'peak' : 'burst');

/** Seconds from the start of a burst until all of it is done. */
export const drainSeconds = ({ events, seconds }: NonNullable<Demand['burst']>, capacity: number): number =>
  Math.max(seconds, events / capacity);
