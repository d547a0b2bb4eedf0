import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { UsageError } from '../../gate/gate-options.ts';
import { burstDemand, type DemandOutcome, dailyDemand } from '../../reports/capacity/demand.ts';
import { csvDemand } from '../../reports/capacity/demand-csv.ts';
import { parseBurst } from '../workloads/burst-text.ts';
import type { CapacityOptions } from './capacity-options.ts';

type DemandOptions = Pick<CapacityOptions, 'eventsPerDay' | 'peakFactor' | 'burst' | 'demand'>;

/**
 * The demands that were named: that of the days, from a number or from the past, and that of a burst; empty where none
 * was. Throws UsageError where one gives no demand, or the days are said twice.
 */
export const demandsOf = (options: DemandOptions): readonly Extract<DemandOutcome, { ok: true }>[] => {
  const { eventsPerDay, peakFactor, burst, demand } = options;
  if (peakFactor !== undefined && eventsPerDay === undefined)
    throw new UsageError('--peak-factor goes with --events-per-day N: a factor of what?');
  if (eventsPerDay !== undefined && demand !== undefined)
    throw new UsageError(
      'Name --events-per-day or --demand: both say what a day brings. A --burst can stand beside either.',
    );
  const outcomes: readonly DemandOutcome[] = [
    ...(eventsPerDay === undefined ? [] : [dailyDemand(eventsPerDay, peakFactor ?? 1)]),
    ...(demand === undefined ? [] : [fileOf(demand)]),
    ...(burst === undefined ? [] : [burstOf(burst)]),
  ];

  return outcomes.map((outcome) => {
    if (!outcome.ok) throw new UsageError(`No demand: ${outcome.error}.`);

    return outcome;
  });
};

const burstOf = (text: string): DemandOutcome => {
  const { events, seconds } = parseBurst(text);

  return burstDemand(events, seconds);
};

const fileOf = (path: string): DemandOutcome => {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    throw new UsageError(`The demand in ${path} cannot be read: ${code}.`);
  }

  return csvDemand(text, basename(path));
};
