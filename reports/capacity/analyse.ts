import { type Capacity, capacityAtSlo } from './capacity-at-slo.ts';
import { defectsOf } from './defects.ts';
import { type Demand, type DemandOutcome, drainSeconds } from './demand.ts';
import { headroomOf } from './headroom.ts';
import { kneeOf } from './knee.ts';
import { leversOf } from './levers.ts';
import { type Limit, limitOf } from './limit.ts';
import { type ApiBudget, withinQuota } from './quota.ts';
import { type CapacityReport, type RunFacts, shownCapacity } from './report.ts';
import { notSaid, watched } from './said.ts';
import { seededRandom } from './statistics/random.ts';
import { judgeStep } from './steps/judge-step.ts';
import type { JudgedStep, Slo, StepSamples } from './steps/step.ts';
import { judgement } from './verdict.ts';

export type CapacityInput = Readonly<{
  facts: RunFacts;
  steps: readonly StepSamples[];
  slo: Slo;
  /** Absent: nobody asked. */
  demand?: DemandOutcome;
  /** What the subscriber needs of the API's quota. */
  api?: ApiBudget;
  /** What no step went beyond, events/s: it is the limit where no step broke the SLO. */
  heldBy?: Limit & Readonly<{ rate: number }>;
}>;

/** From measured steps to the decision. Pure: the same input gives the same report to the last digit. */
export const capacityReport = ({
  facts,
  steps,
  slo,
  demand: asked,
  api,
  heldBy,
}: CapacityInput): CapacityReport => {
  const defects = [...defectsOf(steps), ...(asked?.ok === false ? [asked.error] : [])];
  const judged = steps
    .filter(({ fromMs, untilMs }) => untilMs > fromMs)
    .map((step) => judgeStep(step, slo))
    .sort((one, other) => one.offeredRate - other.offeredRate);
  const random = seededRandom(1);
  const measured: Capacity =
    defects.length > 0 ? { kind: 'unknown', reason: defects.join('; ') } : capacityAtSlo(judged, slo, random);
  const capacity = withinQuota(measured, api);
  const demand: Demand | null = asked?.ok === true ? asked.demand : null;
  const headroom = demand === null ? null : headroomOf(capacity, demand, slo.headroom);
  const sound = defects.length === 0;
  const limit =
    capacity !== measured && api !== undefined && heldByQuota(capacity, measured)
      ? {
          what: 'quota' as const,
          evidence: `${api.callsPerEvent} API calls per event at ${api.requestsPerSecond} requests/s: the quota counts API requests, so it holds only a subscriber that makes them`,
        }
      : sound
        ? (limitOf(judged) ?? instrumentLimit(judged, heldBy))
        : null;
  const burst = demand?.burst;

  return {
    schemaVersion: 1,
    ...facts,
    ...judgement({ capacity, headroom, steps: judged, defects }),
    conditions: steps[0]?.conditions ?? {},
    slo,
    steps: judged,
    capacity: shownCapacity(capacity),
    knee: sound ? kneeOf(judged, random) : null,
    demand,
    headroom,
    limit,
    levers: leversOf({ steps: judged, slo, capacity, demand, limit, random }),
    drainSeconds:
      burst === undefined || capacity.kind === 'unknown' ? null : drainSeconds(burst, capacity.rate),
    notSaid,
    watch: watched(demand, api),
  };
};

/** The instrument itself, where a step went as far as it goes. */
const instrumentLimit = (steps: readonly JudgedStep[], heldBy: CapacityInput['heldBy']): Limit | null =>
  heldBy !== undefined && steps.some(({ targetRate }) => targetRate >= heldBy.rate)
    ? { what: heldBy.what, evidence: heldBy.evidence }
    : null;

const heldByQuota = (capacity: Capacity, measured: Capacity): boolean =>
  capacity.kind === 'known' && (measured.kind !== 'known' || capacity.rate < measured.rate);
