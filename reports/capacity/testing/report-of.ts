import { type CapacityInput, capacityReport } from '../analyse.ts';
import type { CapacityReport } from '../report.ts';
import { seededRandom } from '../statistics/random.ts';
import type { StepSamples } from '../steps/step.ts';
import type { Queue } from './queue.ts';
import { simulatedStep } from './simulated-step.ts';

/** Two workers of 10 ms each behind arrivals of constant rate: 200 events/s and no more. */
export const twoWorkers: Queue = { service: 'D', servers: 2, serviceMs: 10, arrivals: 'even' };

export const usualSlo = { p99Ms: 5000, missedShare: 0.001, headroom: 1.5, deadlineMs: 10_000 } as const;

/** A step of each rate against the two workers. */
export const stepsAt = (rates: readonly number[], queue: Queue = twoWorkers): readonly StepSamples[] =>
  rates.map((rate) => simulatedStep(queue, { rate, random: seededRandom(rate), seconds: 30 }));

/** The report of steps at 100, 150, 190 and 210 events/s, or of others. */
export const reportOf = (input: Partial<CapacityInput> = {}): CapacityReport =>
  capacityReport({
    facts: {
      tool: { name: 'isc-triggers', version: '1.0.0' },
      run: { id: '8f3c1d', started: '2026-11-25T08:00:00.000Z', seconds: 160 },
      target: { kind: 'mock', host: '127.0.0.1', apiVersions: ['beta'] },
    },
    steps: stepsAt([100, 150, 190, 210]),
    slo: usualSlo,
    ...input,
  });
