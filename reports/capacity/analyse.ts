import { type Capacity, capacityAtSlo } from './capacity-at-slo.ts';
import { defectsOf } from './defects.ts';
import { type DemandOutcome, drainSeconds } from './demand.ts';
import { headroomOf, type Room, tightest } from './headroom.ts';
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
  /** Absent or empty: nobody asked. */
  demands?: readonly DemandOutcome[];
  /** What the subscriber needs of the API's quota. */
  api?: ApiBudget;
  /** What no step went beyond, events/s: it is the limit where no step broke the SLO. */
  heldBy?: Limit & Readonly<{ rate: number }>;
  /** What of the run stays on the tenant, in a sentence. */
  left?: string;
  /** Not all steps were driven. */
  interrupted?: boolean;
}>;

/** From measured steps to the decision. Pure: the same input gives the same report to the last digit. */
export const capacityReport = ({
  facts,
  steps,
  slo,
  demands: asked = [],
  api,
  heldBy,
  interrupted = false,
  left,
}: CapacityInput): CapacityReport => {
  const defects = [...defectsOf(steps), ...asked.flatMap((each) => (each.ok ? [] : [each.error]))];
  const judged = steps
    .filter(({ fromMs, untilMs }) => untilMs > fromMs)
    .map((step) => judgeStep(step, slo))
    .sort((one, other) => one.offeredRate - other.offeredRate);
  const random = seededRandom(1);
  const measured: Capacity =
    defects.length > 0 ? { kind: 'unknown', reason: defects.join('; ') } : capacityAtSlo(judged, slo, random);
  const capacity = withinQuota(measured, api);
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
  const isInstruments = limit?.what === 'quota' && capacity === measured;
  const carried: Capacity =
    isInstruments && capacity.kind === 'known' ? { kind: 'at-least', rate: capacity.low } : capacity;
  const demands: readonly Room[] = asked.flatMap((each) =>
    each.ok ? [{ demand: each.demand, headroom: headroomOf(carried, each.demand, slo.headroom) }] : [],
  );
  const room = tightest(demands);
  const burst = demands.find(({ demand }) => demand.burst !== undefined)?.demand.burst;

  return {
    schemaVersion: 1,
    ...facts,
    ...judgement({ capacity, rooms: demands, steps: judged, defects, interrupted, isInstruments, left }),
    conditions: steps[0]?.conditions ?? {},
    slo,
    steps: judged,
    capacity: shownCapacity(capacity),
    knee: sound ? kneeOf(judged, random) : null,
    demand: room?.demand ?? null,
    headroom: room?.headroom ?? null,
    demands,
    limit,
    levers: leversOf({ steps: judged, slo, measured, capacity, room, limit, api, random }),
    drainSeconds:
      burst === undefined || capacity.kind === 'unknown' || isInstruments
        ? null
        : drainSeconds(burst, capacity.rate),
    api: api ?? null,
    notSaid,
    watch: watched(
      demands.map(({ demand }) => demand),
      api,
    ),
  };
};

/** The instrument itself, where a step went as far as it goes. */
const instrumentLimit = (steps: readonly JudgedStep[], heldBy: CapacityInput['heldBy']): Limit | null =>
  heldBy !== undefined && steps.some(({ targetRate }) => targetRate >= heldBy.rate)
    ? { what: heldBy.what, evidence: heldBy.evidence }
    : null;

const heldByQuota = (capacity: Capacity, measured: Capacity): boolean =>
  capacity.kind === 'known' && (measured.kind !== 'known' || capacity.rate < measured.rate);
