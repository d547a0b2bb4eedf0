import { type Capacity, capacityAtSlo } from './capacity-at-slo.ts';
import type { Demand } from './demand.ts';
import type { Limit } from './limit.ts';
import { saturationRate } from './saturation.ts';
import type { Random } from './statistics/random.ts';
import type { JudgedStep, Slo } from './steps/step.ts';

/** Something that can be changed, and what it would give. `capacity` in events/s where it moves the capacity. */
export type Lever = Readonly<{ lever: string; gives: string; capacity?: number }>;

export type LeverInput = Readonly<{
  steps: readonly JudgedStep[];
  slo: Slo;
  capacity: Capacity;
  demand: Demand | null;
  /** What limits: nothing that is done to a target moves a quota. */
  limit: Limit | null;
  random: Random;
}>;

/** What gives less than 2 % gives nothing. */
const worth = 1.02;

/**
 * What each change would give, computed from the same steps. A subscriber twice as fast is the same queue with its
 * clock at double speed: twice the rate at half the time. No lever is measured; each says what to measure next.
 */
export const leversOf = ({ steps, slo, capacity, demand, limit, random }: LeverInput): readonly Lever[] => {
  if (capacity.kind !== 'known' || limit?.what === 'quota') return [];
  const relaxed = capacityAtSlo(steps, { ...slo, p99Ms: slo.p99Ms * 2 }, random);
  const saturation = saturationRate(steps)?.value;
  const mode = steps[0]?.conditions.mode;
  const longer = relaxed.kind === 'known' ? relaxed.rate : saturation;
  const drop = demand === null ? 0 : 1 - capacity.rate / (demand.rate * slo.headroom);

  return [
    ...(longer === undefined
      ? []
      : [
          {
            lever: 'answers in half the time',
            gives: `capacity ${perSecond(2 * longer)}`,
            capacity: 2 * longer,
          },
          {
            lever: 'twice the time allowed',
            gives:
              longer < worth * capacity.rate ? 'nothing: it is saturated' : `capacity ${perSecond(longer)}`,
            capacity: longer,
          },
        ]),
    ...(mode === 'SYNC' && saturation !== undefined && saturation >= worth * capacity.rate
      ? [
          {
            lever: 'ASYNC in place of SYNC',
            gives: `capacity up to ${perSecond(saturation)}, what it does at most: the answer then has until the response deadline`,
            capacity: saturation,
          },
        ]
      : []),
    ...(demand === null
      ? []
      : [
          {
            lever: 'a narrower filter',
            gives:
              drop > 0
                ? `the required headroom where it holds back ${(drop * 100).toFixed(0)} % of the events`
                : 'twice the headroom where it holds back half of the events',
          },
        ]),
  ];
};

const perSecond = (rate: number): string => `${rate.toPrecision(3)}/s`;
