import { type Capacity, capacityAtSlo } from './capacity-at-slo.ts';
import type { Room } from './headroom.ts';
import type { Limit } from './limit.ts';
import { type ApiBudget, withinQuota } from './quota.ts';
import { saturationRate } from './saturation.ts';
import type { Random } from './statistics/random.ts';
import type { JudgedStep, Slo } from './steps/step.ts';
import { type RateRange, rangeText } from './words.ts';

/** Something that can be changed, and what it would give. `capacity` in events/s where it moves the capacity. */
export type Lever = Readonly<{ lever: string; gives: string; capacity?: number }>;

export type LeverInput = Readonly<{
  steps: readonly JudgedStep[];
  slo: Slo;
  /** As measured, and as an API quota leaves it. */
  measured: Capacity;
  capacity: Capacity;
  /** The demand that leaves the least room. */
  room: Room | undefined;
  limit: Limit | null;
  api: ApiBudget | undefined;
  random: Random;
}>;

/** What gives less than 2 % gives nothing. */
const worth = 1.02;
/** A tenant waits so long for an answer, whatever a subscription says. */
const answerMs = 10_000;
/** Modes whose response deadline a subscription sets. */
const ownDeadline: readonly (string | undefined)[] = ['ASYNC', 'DYNAMIC'];

/** What each change would give, computed from the same steps. No lever is measured; each says what to measure next. */
export const leversOf = (input: LeverInput): readonly Lever[] => {
  const { capacity, limit, steps, slo, random } = input;
  if (capacity.kind !== 'known') return [];
  if (limit?.what === 'quota') return [...fewerCalls(input), ...narrower(input)];
  const relaxed = capacityAtSlo(steps, { ...slo, p99Ms: slo.p99Ms * 2 }, random);
  const saturation = saturated(steps);
  const longer = relaxed.kind === 'known' ? relaxed : saturation;

  return [
    ...faster(input, longer),
    ...asynchronous(input, saturation),
    ...patient(input, longer),
    ...narrower(input),
  ];
};

/** A subscriber twice as fast is the same queue with its clock at double speed: twice the rate at half the time. */
const faster = ({ limit, steps }: LeverInput, longer: RateRange | undefined): readonly Lever[] => {
  if (limit?.what === 'tenant') return [{ lever: 'a faster subscriber', gives: tenantLimits }];
  if (limit?.what !== 'subscriber' || longer === undefined) return [];
  const twice = { rate: 2 * longer.rate, low: 2 * longer.low, high: 2 * longer.high };
  const alone = steps[0]?.conditions.scenario === 'subscriber';

  return [
    {
      lever: 'a subscriber twice as fast',
      gives: alone
        ? `capacity ${rangeText(twice)}`
        : `capacity up to ${rangeText(twice)}: what the tenant takes gets no faster with it`,
      capacity: twice.rate,
    },
  ];
};

const asynchronous = (
  { capacity, limit, steps }: LeverInput,
  saturation: RateRange | undefined,
): readonly Lever[] => {
  const lever = 'ASYNC in place of SYNC';
  if (capacity.kind !== 'known' || steps[0]?.conditions.mode !== 'SYNC') return [];
  if (limit?.what === 'tenant') return [{ lever, gives: tenantLimits }];
  if (saturation === undefined) return [{ lever, gives: 'not known: no step was over capacity' }];
  if (saturation.rate < worth * capacity.rate) return [{ lever, gives: saturatedAlready }];

  return [
    {
      lever,
      gives: `capacity up to ${rangeText(saturation)}, what it does at most: the answer then has until the response deadline`,
      capacity: saturation.rate,
    },
  ];
};

const patient = ({ capacity, steps, slo }: LeverInput, longer: RateRange | undefined): readonly Lever[] => {
  if (capacity.kind !== 'known' || longer === undefined) return [];
  const isOwn = ownDeadline.includes(steps[0]?.conditions.mode);
  const lever = `${isOwn ? 'a responseDeadline that allows twice the time' : 'twice the time'}, p99 ${(slo.p99Ms * 2) / 1000} s`;
  if (!isOwn && slo.p99Ms * 2 > answerMs)
    return [{ lever, gives: `not to be had: a tenant waits ${answerMs / 1000} s for an answer` }];

  return longer.rate < worth * capacity.rate
    ? [{ lever, gives: saturatedAlready }]
    : [{ lever, gives: `capacity ${rangeText(longer)}`, capacity: longer.rate }];
};

const narrower = ({ capacity, room, slo }: LeverInput): readonly Lever[] => {
  if (capacity.kind !== 'known' || room === undefined) return [];
  const drop = 1 - capacity.low / (room.demand.high * slo.headroom);

  return [
    {
      lever: 'a narrower filter',
      gives:
        drop > 0
          ? `the required headroom where it holds back ${Math.ceil(drop * 100)} % of the events`
          : 'twice the headroom where it holds back half of the events',
    },
  ];
};

/** Nothing else that is done to a target moves a quota. */
const fewerCalls = ({ api, measured }: LeverInput): readonly Lever[] => {
  if (api === undefined) return [];
  const half = withinQuota(measured, { ...api, callsPerEvent: api.callsPerEvent / 2 });
  if (half.kind !== 'known') return [];

  return [
    { lever: 'half the API calls for each event', gives: `capacity ${rangeText(half)}`, capacity: half.rate },
  ];
};

const tenantLimits = 'nothing: the tenant is what limits';
const saturatedAlready = 'nothing: it is saturated';

const saturated = (steps: readonly JudgedStep[]): RateRange | undefined => {
  const seen = saturationRate(steps);

  return seen === null ? undefined : { rate: seen.value, low: seen.low, high: seen.high };
};
