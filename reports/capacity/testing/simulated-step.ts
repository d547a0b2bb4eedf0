import type { Random } from '../statistics/random.ts';
import type { StepSamples } from '../steps/step.ts';
import { type Queue, simulateQueue } from './queue.ts';

export type StepOptions = Readonly<{
  rate: number;
  random: Random;
  /** Judged seconds; more where p99 would get fewer than 1,100 samples. */
  seconds?: number;
  warmupSeconds?: number;
}>;

/** One step against a simulated queue, as a run would hand it over. */
export const simulatedStep = (
  queue: Queue,
  { rate, random, seconds = 60, warmupSeconds = 10 }: StepOptions,
): StepSamples => {
  const judged = Math.max(seconds, 1100 / rate);
  const { startsMs, latenciesMs } = simulateQueue(queue, { rate, seconds: warmupSeconds + judged, random });

  return {
    targetRate: rate,
    fromMs: warmupSeconds * 1000,
    untilMs: (warmupSeconds + judged) * 1000,
    startsMs,
    latenciesMs,
    phases: { answered: latenciesMs },
    certificate: validCertificate,
    conditions: { scenario: 'subscriber', trigger: 'idn:access-request-dynamic-approver', mode: 'SYNC' },
  };
};

export const validCertificate = {
  valid: true,
  rateError: 0,
  latenessP99Ms: 2,
  cpuShare: 0.3,
  lateDrops: 0,
  reasons: [],
} as const;
