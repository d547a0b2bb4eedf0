import { exponential, type Random } from '../statistics/random.ts';

/** A queue of known behaviour: Poisson or even arrivals, one line in front of equal servers. */
export type Queue = Readonly<{
  /** M: exponential service times, D: all the same. */
  service: 'M' | 'D';
  servers: number;
  /** Mean service time in ms. */
  serviceMs: number;
  /** `even`: as a generator of constant rate starts them. Default `poisson`. */
  arrivals?: 'poisson' | 'even';
}>;

export type Arrivals = Readonly<{
  /** Times of arrival in ms from the start, ascending. */
  startsMs: Float64Array;
  /** Waiting and service, ms. */
  latenciesMs: Float64Array;
}>;

/** Lets arrivals come at `rate` a second for `seconds` into an empty queue; all that came is served to the end. */
export const simulateQueue = (
  { service, servers, serviceMs, arrivals = 'poisson' }: Queue,
  { rate, seconds, random }: Readonly<{ rate: number; seconds: number; random: Random }>,
): Arrivals => {
  const free = new Float64Array(servers);
  const starts: number[] = [];
  const latencies: number[] = [];
  const gap = arrivals === 'poisson' ? () => exponential(random) : () => 1;
  for (let at = gap() * (1000 / rate); at < seconds * 1000; at += gap() * (1000 / rate)) {
    const server = firstFree(free);
    const begun = Math.max(at, free[server] ?? 0);
    const ended = begun + (service === 'M' ? exponential(random) * serviceMs : serviceMs);
    free[server] = ended;
    starts.push(at);
    latencies.push(ended - at);
  }

  return { startsMs: Float64Array.from(starts), latenciesMs: Float64Array.from(latencies) };
};

/** What all servers together can do, events/s. */
export const fullRate = ({ servers, serviceMs }: Queue): number => (servers * 1000) / serviceMs;

const firstFree = (free: Float64Array): number => {
  let first = 0;
  for (let server = 1; server < free.length; server += 1) {
    if ((free[server] ?? 0) < (free[first] ?? 0)) first = server;
  }

  return first;
};
