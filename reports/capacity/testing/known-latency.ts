import { fullRate, type Queue } from './queue.ts';

/**
 * The quantile of the time in a queue with Poisson arrivals at `rate` a second that has run for ever, in ms: from
 * theory, not from a simulation. The rate must be below what the servers can do.
 */
export const knownQuantile = (queue: Queue, rate: number, probability: number): number => {
  const share = queue.service === 'M' ? longerThanM(queue, rate) : longerThanD(queue, rate);
  let [low, high] = [0, queue.serviceMs];
  while (share(high) > 1 - probability) high *= 2;
  for (let halving = 0; halving < 60; halving += 1) {
    const middle = (low + high) / 2;
    if (share(middle) > 1 - probability) low = middle;
    else high = middle;
  }

  return high;
};

type Share = (ms: number) => number;

/** M/M/c: waiting is exponential for those who wait (Erlang C), and service is added to it. */
const longerThanM = ({ servers, serviceMs }: Queue, rate: number): Share => {
  const load = (rate * serviceMs) / 1000;
  const waits = erlangC(servers, load);
  const spare = servers - load;

  return (ms) => {
    const served = Math.exp(-ms / serviceMs);
    if (Math.abs(spare - 1) < 1e-9) return served * (1 + (waits * ms) / serviceMs);

    return served + (waits * (Math.exp((-spare * ms) / serviceMs) - served)) / (1 - spare);
  };
};

/** The share that has to wait. */
const erlangC = (servers: number, load: number): number => {
  let blocked = 1;
  for (let server = 1; server <= servers; server += 1) blocked = (load * blocked) / (server + load * blocked);

  return blocked / (1 - (load / servers) * (1 - blocked));
};

/** M/D/c: Franx's formula for the waiting time (Operations Research Letters 29, 2001). */
const longerThanD = (queue: Queue, rate: number): Share => {
  const { servers, serviceMs } = queue;
  const inSystem = cumulated(stationaryNumbers(queue, rate));

  return (ms) => {
    const wait = ms - serviceMs;
    if (wait < 0) return 1;
    const services = Math.floor(wait / serviceMs) + 1;
    const mean = (rate * (services * serviceMs - wait)) / 1000;
    let term = Math.exp(-mean);
    let within = 0;
    for (let arrived = 0; arrived < services * servers; arrived += 1) {
      const number = services * servers - arrived - 1 + servers;
      within += term * (inSystem[Math.min(number, inSystem.length - 1)] ?? 1);
      term *= mean / (arrived + 1);
    }

    return 1 - within;
  };
};

/** How many are in an M/D/c system, from one service time to the next: a chain that is run until it stands. */
const stationaryNumbers = (queue: Queue, rate: number): Float64Array => {
  const { servers, serviceMs } = queue;
  const used = rate / fullRate(queue);
  const size = Math.ceil(servers + 18 / (1 - used));
  const arrivals = poisson((rate * serviceMs) / 1000);
  let now = new Float64Array(size);
  now[0] = 1;
  for (let round = 0; round < 200_000; round += 1) {
    const next = new Float64Array(size);
    for (const [number, share] of now.entries()) {
      const left = Math.max(0, number - servers);
      for (const [more, chance] of arrivals.entries()) {
        const place = Math.min(left + more, size - 1);
        next[place] = (next[place] ?? 0) + share * chance;
      }
    }
    let moved = 0;
    for (const [number, share] of next.entries()) moved += Math.abs(share - (now[number] ?? 0));
    now = next;
    if (moved < 1e-11) break;
  }

  return now;
};

const poisson = (mean: number): readonly number[] => {
  const chances = [Math.exp(-mean)];
  while (chances.length < mean || (chances.at(-1) ?? 0) > 1e-14)
    chances.push(((chances.at(-1) ?? 0) * mean) / chances.length);

  return chances;
};

const cumulated = (shares: Float64Array): Float64Array => {
  let total = 0;

  return shares.map((share) => {
    total += share;
    return total;
  });
};
