import { drainSeconds } from './demand.ts';
import type { Headroom, Room } from './headroom.ts';
import type { CapacityReport } from './report.ts';
import { capacityText, rangeText, rateText } from './words.ts';

/** What was found, each with its name. */
export const factsOf = (report: CapacityReport): readonly (readonly [string, string])[] => {
  const { capacity, knee, demands, limit } = report;
  const drain = drainText(report);

  return [
    ...(capacity === null ? [] : [['Capacity at the SLO', capacityText(capacity)] as const]),
    ...(knee === null ? [] : [['Knee', rangeText(knee)] as const]),
    ...demands.map(
      (room) => [room.demand.burst === undefined ? 'Demand' : 'Demand in a burst', roomText(room)] as const,
    ),
    ...(drain === undefined ? [] : [['The burst is done after', drain] as const]),
    ...(limit === null ? [] : [['Limit', `${limit.what}: ${limit.evidence}`] as const]),
  ];
};

/** `2.3 (2.2 to 2.4)`, or `at least 2.3`; next to the required one with a digit more, so that the two are told apart. */
export const headroomText = ({ ratio, low, high, required }: Headroom): string => {
  const isNear = [ratio, low, high].some((each) => each !== null && Math.abs(each - required) < 0.1);
  const text = (number: number): string => number.toFixed(isNear ? 2 : 1);

  return high === null ? `at least ${text(low)}` : `${text(ratio)} (${text(low)} to ${text(high)})`;
};

/** `27.8/s: 120000 a day x 20`, and the room above it. */
export const roomText = ({ demand, headroom }: Room): string =>
  [
    `${rateText(demand.rate)}/s: ${demand.source}`,
    ...(headroom === null ? [] : [`headroom ${headroomText(headroom)}, required ${headroom.required}`]),
  ].join(';  ');

/** How long a burst takes, `600 s (590 to 612)`; undefined where there is none, or no capacity to work it off. */
export const drainText = ({
  demands,
  capacity,
  drainSeconds: drained,
}: Pick<CapacityReport, 'demands' | 'capacity' | 'drainSeconds'>): string | undefined => {
  const burst = demands.find(({ demand }) => demand.burst !== undefined)?.demand.burst;
  if (burst === undefined || capacity === null || drained === null) return undefined;
  const { rate, low, high } = capacity;
  const [mean, most] = [rate, low].map((each) => drainSeconds(burst, each).toFixed(0));
  const least = high === null ? undefined : drainSeconds(burst, high).toFixed(0);
  if (least === undefined) return `${mean} s at most`;

  return least === most ? `${mean} s` : `${mean} s (${least} to ${most})`;
};
