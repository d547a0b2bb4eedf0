import type { Capacity } from './capacity-at-slo.ts';
import type { Demand } from './demand.ts';
import type { Headroom, Room } from './headroom.ts';
import type { Knee } from './knee.ts';
import type { Lever } from './levers.ts';
import type { Limit } from './limit.ts';
import type { ApiBudget } from './quota.ts';
import type { JudgedStep, Slo } from './steps/step.ts';

/** PASS: the capacity is known and has the headroom. FAIL: it has not. INVALID: no number can be trusted far enough. */
export type CapacityVerdict = 'PASS' | 'FAIL' | 'INVALID';

/** What a run was, and against what; no credential. */
export type RunFacts = Readonly<{
  tool: Readonly<{ name: string; version: string }>;
  /** `started` is ISO 8601 UTC. */
  run: Readonly<{ id: string; started: string; seconds: number }>;
  target: Readonly<{ kind: string; host: string; apiVersions: readonly string[] }>;
}>;

/** The answer of a capacity run, `capacity.json`: every renderer is a function of it. */
export type CapacityReport = RunFacts &
  Readonly<{
    schemaVersion: 1;
    verdict: CapacityVerdict;
    exitCode: 0 | 1 | 2 | 130;
    /** Why the verdict is not PASS, a sentence each. */
    reasons: readonly string[];
    conditions: Readonly<Record<string, string>>;
    slo: Slo;
    /** In ascending order of the rate. */
    steps: readonly JudgedStep[];
    /** At the SLO, events/s; `high` is null where no step broke it: then the capacity is at least `rate`. */
    capacity: Readonly<{ rate: number; low: number; high: number | null }> | null;
    knee: Knee | null;
    demand: Demand | null;
    headroom: Headroom | null;
    /** Every demand that was named; `demand` and `headroom` are those of the one with the least room. */
    demands: readonly Room[];
    limit: Limit | null;
    levers: readonly Lever[];
    /** Seconds from the start of a burst until it is done; null without burst or capacity. */
    drainSeconds: number | null;
    /** What the subscriber needs of the API's quota, where that was asked about. */
    api: ApiBudget | null;
    notSaid: readonly string[];
    watch: readonly string[];
  }>;

/** The rate of a capacity in its shape for `capacity.json`. */
export const shownCapacity = (capacity: Capacity): CapacityReport['capacity'] => {
  if (capacity.kind === 'unknown') return null;

  return capacity.kind === 'known'
    ? { rate: capacity.rate, low: capacity.low, high: capacity.high }
    : { rate: capacity.rate, low: capacity.rate, high: null };
};
