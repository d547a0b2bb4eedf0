import type { Phase } from '../../reports/load/phases.ts';
import type { LoadSlo } from '../../reports/load/slo.ts';
import { type K6Ended, type K6Run, k6Files, runK6 } from '../k6/run-k6.ts';
import type { RatedStep } from '../support/dispatch-plan.ts';
import type { Workload } from '../workloads/workload.ts';
import { cutRows } from './cut-rows.ts';
import { watchLimit } from './watch-limit.ts';

type LimitedRun = Readonly<{
  run: K6Run;
  steps: readonly RatedStep[];
  workload: Pick<Workload, 'endsPastLimit'>;
  slo: LoadSlo;
  /** The one that ends with the answer to what the scenario sends. */
  phase: Phase;
}>;

type LimitedEnd = Readonly<{
  k6: K6Ended;
  /** As much of the steps as was measured. */
  steps: readonly RatedStep[];
  /** Why that is not all of them, where it ended early. */
  early?: string;
}>;

/** Runs k6 to the end of its steps or, where the workload says so, until the target is past its limit for good. */
export const runToLimit = async ({ run, steps, workload, slo, phase }: LimitedRun): Promise<LimitedEnd> => {
  const rows = [k6Files(run.folder).rows];
  using limit = workload.endsPastLimit ? watchLimit({ rows, steps, slo, phase }) : undefined;
  const stops = [limit?.past, run.stop].filter((signal) => signal !== undefined);
  const k6 = await runK6({ ...run, stop: AbortSignal.any(stops) });

  return limit?.past.aborted
    ? { k6, steps: cutRows(rows, steps), early: String(limit.past.reason) }
    : { k6, steps };
};
