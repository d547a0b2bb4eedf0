import type { Options, Scenario } from 'k6/options';
import type { RatedStep } from './dispatch-plan.ts';

type Arrivals = Readonly<{
  /** The exported function that is run for every event. */
  exec: string;
  steps: readonly RatedStep[];
  users: Readonly<{ ready: number; most: number }>;
  /** How long an event that has begun may still take. */
  patienceMs: number;
  thresholds: Readonly<Record<string, readonly string[]>>;
}>;

/** An open model: events start when they are due, whether the ones before have ended or not. */
export const arrivals = ({ exec, steps, users, patienceMs, thresholds }: Arrivals): Options => {
  let startTime = 0;
  const scenarios: Record<string, Scenario> = {};
  for (const [index, step] of steps.entries()) {
    scenarios[stepName(index)] = {
      exec,
      startTime: `${startTime}ms`,
      gracefulStop: `${patienceMs + 1000}ms`,
      preAllocatedVUs: step.warmup ? Math.min(users.ready, Math.ceil(step.to) + 10) : users.ready,
      maxVUs: users.most,
      ...pace(step),
    };
    startTime += step.seconds * 1000;
  }

  return {
    scenarios,
    thresholds: Object.fromEntries(
      Object.entries(thresholds).map(([metric, limits]) => [metric, [...limits]]),
    ),
  };
};

/** The place of a step in its workload is its name in k6. */
const stepName = (index: number): string => `step${index}`;

/** k6 takes whole numbers: so many events in a minute. */
const perMinute = (rate: number): number => Math.round(rate * 60);

const pace = ({ from, to, seconds }: RatedStep) =>
  from === to
    ? {
        executor: 'constant-arrival-rate' as const,
        rate: perMinute(to),
        timeUnit: '1m',
        duration: `${seconds}s`,
      }
    : {
        executor: 'ramping-arrival-rate' as const,
        startRate: perMinute(from),
        timeUnit: '1m',
        stages: [{ target: perMinute(to), duration: `${seconds}s` }],
      };
