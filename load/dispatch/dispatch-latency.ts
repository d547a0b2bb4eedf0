import { findTrigger } from '../../contracts/triggers/index.ts';
import { UsageError } from '../../gate/gate-options.ts';
import type { ScenarioReport } from '../../reports/load/load-report.ts';
import { reportParts } from '../parts/report-parts.ts';
import type { RunParts } from '../run-parts.ts';
import { openDatabase } from '../samples/database.ts';
import { dispatchTables } from '../samples/dispatch-tables.ts';
import type { KeepSamples } from '../samples/keep-samples.ts';
import { heldByTrigger } from '../target/held-by-trigger.ts';
import { type LoadMode, legsOf, requestResponse } from './legs.ts';
import { type LegEnded, runLeg } from './run-leg.ts';
import { ratedSteps } from './steps.ts';
import { usersFor } from './users.ts';

export type DispatchOptions = Readonly<{
  modes: readonly LoadMode[];
  triggerId?: string;
  /** Subscriptions of a FIRE_AND_FORGET trigger that each of its events goes to. */
  fanOut: number;
  visible: boolean;
  /** Looks at the samples before they go. */
  keep?: KeepSamples;
}>;

/** Events over all modes, and how long each takes on its way: an open model, in parts where modes share a trigger. */
export const dispatchLatency = async (
  { modes, triggerId, fanOut, visible, keep }: DispatchOptions,
  parts: RunParts,
): Promise<ScenarioReport> => {
  const held = await heldByTrigger(parts.target);
  const free = (triggerId === undefined ? requestResponse : [triggerId]).filter(
    (id) => findTrigger(id)?.type !== 'REQUEST_RESPONSE' || !held.has(id),
  );
  const legs = legsOf(modes, { triggerId, free });
  const left = modes.filter((mode) => !legs.flat().some((target) => target.mode === mode));
  if (legs.flat().length === 0)
    throw new UsageError(
      `Others hold the one place of ${triggerId ?? requestResponse.join(' and of ')}: ${modes.join(', ')} cannot be measured. Choose --mode FIRE_AND_FORGET.`,
    );
  const steps = ratedSteps(parts.workload.steps, parts.rate, legs.length);
  const users = usersFor(steps, parts.slo.deadline.limitMs);
  using database = await openDatabase(parts.folder);
  await database.run(dispatchTables);
  const ran: LegEnded[] = [];
  for (const [leg, targets] of legs.entries()) {
    const ended = await runLeg({ leg, targets, steps, users, fanOut, visible, left }, parts, database);
    ran.push(ended);
    if (parts.signals.first.aborted || ended.end.stopped !== undefined) break;
  }

  const report = await reportParts(database, ran);
  await keep?.(database, report);

  return report;
};
