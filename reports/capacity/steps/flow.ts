import { sum, variance } from '../statistics/sample.ts';
import { studentQuantile } from '../statistics/student.ts';
import type { Estimate, StepSamples } from './step.ts';

/** What came and went while a step was judged. What never went is in neither: it is counted as missed. */
export type Flow = Readonly<{
  achievedRate: Estimate;
  backlog: Readonly<{ perSecond: number; grows: boolean }>;
  little: Readonly<{ underWay: number; expected: number; holds: boolean }>;
}>;

const slices = 20;
/** A backlog that grows by less of what came, or by fewer events, is none. */
const leastShare = 0.005;
const leastEvents = 5;
/** How far Little's law may be off before the step's records are doubted. */
const littleTolerance = 0.05;

/**
 * Counts starts and ends in equal slices of the step. The backlog grows when more started than ended by more than
 * the slices scatter, at 99 %: a queue that merely swings ends its swings within the step.
 */
export const flowOf = (step: StepSamples): Flow => {
  const seconds = (step.untilMs - step.fromMs) / 1000;
  const { started, ended, underWay, meanLatencyMs } = counted(step);
  const growth = started.map((count, slice) => count - (ended[slice] ?? 0));
  const grown = sum(growth);
  const chance = studentQuantile(0.99, slices - 1) * Math.sqrt(variance(growth) * slices);
  const reach = studentQuantile(0.975, slices - 1) * Math.sqrt(variance(ended) * slices);
  const expected = ((sum(started) / seconds) * meanLatencyMs) / 1000;

  return {
    achievedRate: {
      value: sum(ended) / seconds,
      low: Math.max(0, sum(ended) - reach) / seconds,
      high: (sum(ended) + reach) / seconds,
    },
    backlog: {
      perSecond: grown / seconds,
      grows: grown > Math.max(leastEvents, leastShare * sum(started), chance),
    },
    little: {
      underWay,
      expected,
      holds: Math.abs(underWay - expected) <= littleTolerance * Math.max(underWay, expected, 1),
    },
  };
};

const counted = ({ startsMs, latenciesMs, fromMs, untilMs }: StepSamples) => {
  const started = Array.from({ length: slices }, () => 0);
  const ended = Array.from({ length: slices }, () => 0);
  const sliceMs = (untilMs - fromMs) / slices;
  const count = (into: number[], at: number): void => {
    const slice = Math.floor((at - fromMs) / sliceMs);
    if (slice >= 0 && slice < slices) into[slice] = (into[slice] ?? 0) + 1;
  };
  let inWindowMs = 0;
  let latencyMs = 0;
  for (const [event, start] of startsMs.entries()) {
    const end = start + (latenciesMs[event] ?? Number.POSITIVE_INFINITY);
    if (end === Number.POSITIVE_INFINITY) continue;
    count(started, start);
    count(ended, end);
    inWindowMs += Math.max(0, Math.min(end, untilMs) - Math.max(start, fromMs));
    if (start >= fromMs && start < untilMs) latencyMs += end - start;
  }

  return {
    started,
    ended,
    underWay: inWindowMs / (untilMs - fromMs),
    meanLatencyMs: latencyMs / Math.max(1, sum(started)),
  };
};
