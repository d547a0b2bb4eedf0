import type { Workload } from './workload.ts';

/** Every workload by its name. A rate is a share of the run's: `--rate 300` makes a step of share 0.5 one of 150/s. */
export const workloads = {
  smoke: {
    purpose: 'does it run at all: 10 s at a low rate',
    rate: 20,
    steps: [
      { share: 1, seconds: 2, warmup: true },
      { share: 1, seconds: 10 },
    ],
  },
  load: {
    purpose: 'a minute at the rate that is expected',
    rate: 50,
    steps: [
      { share: 1, from: 0, seconds: 5, warmup: true },
      { share: 1, seconds: 60 },
    ],
  },
  stress: {
    purpose: 'steps beyond the rate that is expected',
    rate: 50,
    steps: [
      { share: 0.5, seconds: 5, warmup: true },
      { share: 0.5, seconds: 30 },
      { share: 1, seconds: 30 },
      { share: 1.5, seconds: 30 },
      { share: 2, seconds: 30 },
      { share: 0.5, seconds: 30 },
    ],
  },
  spike: {
    purpose: 'a sudden burst, and what is left of it',
    rate: 100,
    steps: [
      { share: 0.1, seconds: 5, warmup: true },
      { share: 0.1, seconds: 15 },
      { share: 1, seconds: 20 },
      { share: 0.1, seconds: 25 },
    ],
  },
  soak: {
    purpose: 'an hour at half the rate that is expected',
    rate: 50,
    steps: [
      { share: 0.5, from: 0, seconds: 30, warmup: true },
      { share: 0.5, seconds: 3600 },
    ],
  },
  breakpoint: {
    purpose: 'ever faster, to find what gives way first',
    rate: 500,
    steps: [
      { share: 0.05, seconds: 5, warmup: true },
      { share: 1, from: 0.05, seconds: 180 },
    ],
    endsPastLimit: true,
  },
} as const satisfies Record<string, Workload>;

export type WorkloadName = keyof typeof workloads;
