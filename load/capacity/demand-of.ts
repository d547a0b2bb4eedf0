import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { UsageError } from '../../gate/gate-options.ts';
import { burstDemand, type DemandOutcome, dailyDemand } from '../../reports/capacity/demand.ts';
import { csvDemand } from '../../reports/capacity/demand-csv.ts';
import { parseBurst } from '../workloads/burst-text.ts';
import type { CapacityOptions } from './capacity-options.ts';

type DemandOptions = Pick<CapacityOptions, 'eventsPerDay' | 'peakFactor' | 'burst' | 'demand'>;

/** The demand that was named, undefined where none was. Throws UsageError where it gives no demand, or more than one. */
export const demandOf = (options: DemandOptions): Extract<DemandOutcome, { ok: true }> | undefined => {
  const { eventsPerDay, peakFactor, burst, demand } = options;
  if (peakFactor !== undefined && eventsPerDay === undefined)
    throw new UsageError('--peak-factor goes with --events-per-day N: a factor of what?');
  const named = [
    ...(eventsPerDay === undefined ? [] : [() => dailyDemand(eventsPerDay, peakFactor ?? 1)]),
    ...(burst === undefined ? [] : [() => burstOf(burst)]),
    ...(demand === undefined ? [] : [() => fileOf(demand)]),
  ];
  if (named.length > 1)
    throw new UsageError(
      'Name one demand: --events-per-day, --burst or --demand. Two of them are two questions; --from answers the second.',
    );
  const outcome = named[0]?.();
  if (outcome?.ok === false) throw new UsageError(`No demand: ${outcome.error}.`);

  return outcome;
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
