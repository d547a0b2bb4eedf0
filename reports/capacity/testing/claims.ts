import { capacityAtSlo } from '../capacity-at-slo.ts';
import { compared } from '../compare.ts';
import { type Random, seededRandom } from '../statistics/random.ts';
import { sortedQuantile } from '../statistics/sample.ts';
import { judgeStep } from '../steps/judge-step.ts';
import type { JudgedStep } from '../steps/step.ts';
import { fullRate, type Queue } from './queue.ts';
import { knownCapacity, simulatedRun } from './simulated-run.ts';
import { simulatedStep } from './simulated-step.ts';

export type CapacityClaim = Readonly<{ queues: number; covered: number; medianWidth: number; steps: number }>;

/** How often the interval holds the true capacity, and how wide it is as a share of that. */
export const claimCapacity = (queues: number, seed = 1): CapacityClaim => {
  const results = Array.from({ length: queues }, (_, place) => {
    const { queue, capacity, slo } = knownCapacity(seed + place);
    const random = seededRandom(seed + place + 1_000_000);
    const steps = simulatedRun(queue, slo, random);
    const found = capacityAtSlo(steps, slo, random);
    if (found.kind !== 'known') return { isCovered: false, width: Infinity, steps: steps.length };

    return {
      isCovered: found.low <= capacity && capacity <= found.high,
      width: (found.high - found.low) / capacity,
      steps: steps.length,
    };
  });

  return {
    queues,
    covered: results.filter(({ isCovered }) => isCovered).length,
    medianWidth: sortedQuantile(
      results.map(({ width }) => width).sort((one, other) => one - other),
      0.5,
    ),
    steps: results.reduce((total, { steps }) => total + steps, 0) / queues,
  };
};

export type ComparisonClaim = Readonly<{ runs: number; different: number; effective: number }>;

/** How often a second run whose latencies are `factor` times as long is called different: at 1, wrongly. */
export const claimComparison = (
  runs: number,
  { factor, effective, seed = 1 }: Readonly<{ factor: number; effective: number; seed?: number }>,
): ComparisonClaim => {
  const results = Array.from({ length: runs }, (_, place) => {
    const random = seededRandom(seed + place);
    const queue: Queue = {
      service: place % 2 === 0 ? 'M' : 'D',
      servers: [1, 2, 4][Math.floor(place / 2) % 3] ?? 1,
      serviceMs: 10,
    };
    const rate = fullRate(queue) * (0.3 + 0.4 * random());
    const pilot = measured(queue, { rate, samples: 20_000, factor: 1, random });
    const samples = Math.ceil((effective * pilot.samples) / effectiveOf(pilot));
    const before = measured(queue, { rate, samples, factor: 1, random });
    const after = measured(queue, { rate, samples, factor, random });

    return {
      isDifferent:
        compared({ steps: [before], capacity: null }, { steps: [after], capacity: null }).p95?.isDifferent ===
        true,
      effective: effectiveOf(before),
    };
  });

  return {
    runs,
    different: results.filter(({ isDifferent }) => isDifferent).length,
    effective: sortedQuantile(
      results.map((each) => each.effective).sort((one, other) => one - other),
      0.5,
    ),
  };
};

type Measurement = Readonly<{ rate: number; samples: number; factor: number; random: Random }>;

const measured = (queue: Queue, { rate, samples, factor, random }: Measurement): JudgedStep => {
  const step = simulatedStep(queue, { rate, random, seconds: samples / rate });

  return judgeStep(
    { ...step, latenciesMs: step.latenciesMs.map((ms) => ms * factor) },
    { p99Ms: Infinity, missedShare: 1, headroom: 1, deadlineMs: Infinity },
  );
};

const effectiveOf = ({ p95, samples }: JudgedStep): number =>
  p95.kind === 'known' ? p95.effective : samples;
