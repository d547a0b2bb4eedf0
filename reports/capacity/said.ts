import type { Demand } from './demand.ts';
import { type ApiBudget, documentedRequestsPerSecond } from './quota.ts';

/** What no capacity run answers, said in every report. */
export const notSaid: readonly string[] = [
  'how fast the tenant dispatches real events: not measured here, and no API quota is documented for it',
];

/** What the reader should keep in mind about the quota, where it was not asked about. */
export const watched = (demand: Demand | null, api: ApiBudget | undefined): readonly string[] =>
  api !== undefined || demand === null || demand.rate <= documentedRequestsPerSecond
    ? []
    : [
        `a subscriber that calls the API once per event is held to ${documentedRequestsPerSecond}/s by 100/10s, below this demand`,
      ];
