import type { ScenarioReport } from '../../reports/load/load-report.ts';
import type { RunParts } from '../run-parts.ts';
import { openDatabase } from '../samples/database.ts';
import { dispatchTables } from '../samples/dispatch-tables.ts';
import type { RatedStep } from '../support/dispatch-plan.ts';
import { type LoadMode, legsOf } from './legs.ts';
import { reportDispatch } from './report-dispatch.ts';
import { type LegEnded, runLeg } from './run-leg.ts';
import { ratedSteps } from './steps.ts';
import { usersFor } from './users.ts';

export type DispatchOptions = Readonly<{
  modes: readonly LoadMode[];
  triggerId?: string;
  /** Subscriptions of a FIRE_AND_FORGET trigger that each of its events goes to. */
  fanOut: number;
  visible: boolean;
}>;

/** Events over all modes, and how long each takes on its way: an open model, in parts where modes share a trigger. */
export const dispatchLatency = async (
  { modes, triggerId, fanOut, visible }: DispatchOptions,
  parts: RunParts,
): Promise<ScenarioReport> => {
  const legs = legsOf(modes, triggerId);
  const steps = ratedSteps(parts.workload.steps, parts.rate, legs.length);
  const users = usersFor(steps, parts.slo.deadline.limitMs);
  using database = await openDatabase(parts.folder);
  await database.run(dispatchTables);
  const ran: Readonly<{ steps: readonly RatedStep[]; ended: LegEnded }>[] = [];
  for (const [leg, targets] of legs.entries()) {
    const ended = await runLeg({ leg, targets, steps, users, fanOut, visible }, parts, database);
    ran.push({ steps, ended });
    if (parts.signals.first.aborted || ended.stopped !== undefined) break;
  }

  return await reportDispatch({ database, slo: parts.slo, legs: ran, users, modes, fanOut, visible });
};
