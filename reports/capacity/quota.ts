import type { Capacity } from './capacity-at-slo.ts';

/** What an API quota lets through: requests/s. */
export type ApiBudget = Readonly<{ requestsPerSecond: number; callsPerEvent: number }>;

/** The documented quota: 100 requests in 10 s. */
export const documentedRequestsPerSecond = 10;

/** The capacity of a subscriber that calls the API for every event: never above what its quota lets through. */
export const withinQuota = (capacity: Capacity, budget: ApiBudget | undefined): Capacity => {
  if (budget === undefined || budget.callsPerEvent <= 0 || capacity.kind === 'unknown') return capacity;
  const rate = budget.requestsPerSecond / budget.callsPerEvent;
  if (capacity.kind === 'at-least')
    return rate <= capacity.rate ? { kind: 'known', rate, low: rate, high: rate } : capacity;

  return {
    kind: 'known',
    rate: Math.min(rate, capacity.rate),
    low: Math.min(rate, capacity.low),
    high: Math.min(rate, capacity.high),
  };
};
