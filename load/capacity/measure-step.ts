import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { StepSamples } from '../../reports/capacity/steps/step.ts';
import { dispatchLatency } from '../dispatch/dispatch-latency.ts';
import type { BaseParts } from '../run-parts.ts';
import type { KeepSamples } from '../samples/keep-samples.ts';
import { playTenant } from '../subscriber/subscriber.ts';
import type { LoadTarget } from '../target/open-target.ts';
import { keepStep } from './kept-steps.ts';
import type { CapacityPlan } from './plan-capacity.ts';
import type { StepFacts } from './step-facts.ts';
import { countsTable, readSamples, samplesTable } from './step-samples.ts';

export type MeasureStep = Readonly<{
  rate: number;
  plan: CapacityPlan;
  parts: Omit<BaseParts, 'workload' | 'rate'>;
  /** Absent where the suite plays the tenant. */
  target: LoadTarget | undefined;
  authorization: string | undefined;
  conditions: Readonly<Record<string, string>>;
}>;

/** Samples that a p99 needs, and some more for those that are refused. */
const fewest = 1100;
/** A step lasts no longer, in s: at a low rate p99 then has too few samples, and says so. */
const longest = 300;
const warmupSeconds = 5;

/** Drives one step and keeps it in the run's folder; undefined where it was interrupted. */
export const measureStep = async (input: MeasureStep): Promise<StepSamples | undefined> => {
  const { rate, plan, parts, target, authorization, conditions } = input;
  const { limitMs } = parts.slo.deadline;
  const folder = join(parts.folder, 'driven');
  const seconds = Math.min(longest, Math.max(plan.stepSeconds, Math.ceil(fewest / rate)));
  const stepParts: BaseParts = {
    ...parts,
    folder,
    rate,
    workload: {
      purpose: 'one step',
      rate,
      steps: [
        { share: 1, seconds: warmupSeconds, warmup: true },
        { share: 1, seconds },
      ],
    },
  };
  // What a killed run left of its last step is no part of this one.
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  let measured: StepSamples | undefined;
  const keep: KeepSamples = async (database, { certificate }) => {
    if (parts.signals.first.aborted) return;
    await database.run(samplesTable(target === undefined ? 'nobody' : 'tenant'));
    await database.run(countsTable);
    const facts: StepFacts = { targetRate: rate, certificate, conditions, limitMs };
    await keepStep(database, { run: parts.folder, facts });
    measured = { ...facts, ...(await readSamples(database, limitMs)) };
  };
  if (target === undefined) await playTenant({ ...plan.subscriber, authorization, keep }, stepParts);
  else
    await dispatchLatency(
      { modes: [plan.mode], triggerId: plan.triggerId, fanOut: 1, visible: false, keep },
      { ...stepParts, target },
    );
  rmSync(folder, { recursive: true, force: true });

  return measured;
};
