import type { Demand } from './demand.ts';
import { type ApiBudget, documentedRequestsPerSecond } from './quota.ts';

/** What no capacity run answers, said in every report. */
export const notSaid: readonly string[] = [
  'how fast the tenant dispatches real events: not measured here, and no API quota is documented for it',
  'that the quota of 100/10s limits events: it counts API requests. It limits a subscriber by the calls that it makes for each event (--api-calls-per-event), and this instrument by those that it sends',
];

/** What the reader should keep in mind: the quota where it was not asked about, and what a demand does not show. */
export const watched = (demands: readonly Demand[], api: ApiBudget | undefined): readonly string[] => [
  ...(api === undefined && demands.some(({ rate }) => rate > documentedRequestsPerSecond)
    ? [
        `a subscriber that calls the API once per event is held to ${documentedRequestsPerSecond}/s by 100/10s, below this demand`,
      ]
    : []),
  ...demands.flatMap(({ meanOverSeconds }) =>
    meanOverSeconds === undefined || meanOverSeconds <= shortRow
      ? []
      : [
          `the demand is the mean of the busiest ${meanOverSeconds} s: what comes within them at once is more`,
        ],
  ),
];

/** Seconds over which a mean hides no peak that a queue of some seconds would feel. */
const shortRow = 60;
