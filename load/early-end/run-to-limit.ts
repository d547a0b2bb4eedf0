import type { Phase } from '../../reports/load/phases.ts';
import type { LoadSlo } from '../../reports/load/slo.ts';
import { filesOf } from '../k6/run-k6.ts';
import { type RunnersRun, runnerNames, runRunners } from '../k6/run-runners.ts';
import type { RunnerEnd } from '../k6/runner-end.ts';
import type { RatedStep } from '../support/dispatch-plan.ts';
import type { Workload } from '../workloads/workload.ts';
import { cutRows } from './cut-rows.ts';
import { watchLimit } from './watch-limit.ts';

type LimitedRun = Readonly<{
  run: RunnersRun;
  steps: readonly RatedStep[];
  workload: Pick<Workload, 'endsPastLimit'>;
  slo: LoadSlo;
  /** The one that ends with the answer to what the scenario sends. */
  phase: Phase;
}>;

type LimitedEnd = Readonly<{
  runners: readonly RunnerEnd[];
  /** As much of the steps as was measured. */
  steps: readonly RatedStep[];
  /** Why that is not all of them, where it ended early. */
  early?: string;
}>;

/** Runs a scenario to the end of its steps or, where the workload says so, until the target is past its limit for good. */
export const runToLimit = async ({ run, steps, workload, slo, phase }: LimitedRun): Promise<LimitedEnd> => {
  const rows = runnerNames(run.segments).map((name) => filesOf(run.folder, name).rows);
  using limit = workload.endsPastLimit ? watchLimit({ rows, steps, slo, phase }) : undefined;
  const stops = [limit?.past, run.stop].filter((signal) => signal !== undefined);
  const runners = await runRunners({ ...run, stop: AbortSignal.any(stops) });

  return limit?.past.aborted
    ? { runners, steps: cutRows(rows, steps), early: String(limit.past.reason) }
    : { runners, steps };
};
