import { nextStep } from '../next-step.ts';
import { type Random, seededRandom } from '../statistics/random.ts';
import { judgeStep } from '../steps/judge-step.ts';
import type { JudgedStep, Slo } from '../steps/step.ts';
import { knownQuantile } from './known-latency.ts';
import { fullRate, type Queue } from './queue.ts';
import { simulatedStep } from './simulated-step.ts';

/** A queue, and an SLO that it keeps up to exactly `capacity` events/s. */
export type KnownCapacity = Readonly<{ queue: Queue; capacity: number; slo: Slo }>;

const servers = [1, 2, 4, 8];

/** M/M/c and M/D/c in turn, of 50 to 400 events/s, at their limit between 50 and 95 % of that. */
export const knownCapacity = (seed: number): KnownCapacity => {
  const random = seededRandom(seed);
  const count = servers[Math.floor(seed / 2) % servers.length] ?? 1;
  const full = 50 * 8 ** random();
  const queue: Queue = {
    service: seed % 2 === 0 ? 'M' : 'D',
    servers: count,
    serviceMs: (count * 1000) / full,
  };
  const capacity = full * (0.5 + 0.45 * random());

  return {
    queue,
    capacity,
    slo: { p99Ms: knownQuantile(queue, capacity, 0.99), missedShare: 0, headroom: 1.5, deadlineMs: Infinity },
  };
};

/** Drives a simulated queue as the command drives a target: step by step until the capacity is known. */
export const simulatedRun = (queue: Queue, slo: Slo, random: Random): readonly JudgedStep[] => {
  const plan = { firstRate: fullRate(queue) * (0.2 + 0.2 * random()), mostSteps: 14 };
  const steps: JudgedStep[] = [];
  for (
    let rate = nextStep(steps, slo, plan, random);
    rate !== null;
    rate = nextStep(steps, slo, plan, random)
  )
    steps.push(judgeStep(simulatedStep(queue, { rate, random }), slo));

  return steps;
};
