import type { Settings } from '../config.ts';
import type { ScenarioReport } from '../reports/load/load-report.ts';
import { dispatchLatency } from './dispatch/dispatch-latency.ts';
import type { LoadOptions } from './load-options.ts';
import type { RunPlan, ScenarioName } from './plan-run.ts';
import type { RunParts } from './run-parts.ts';

export type ScenarioOutcome =
  | Readonly<{ kind: 'report'; report: ScenarioReport }>
  | Readonly<{ kind: 'not-run'; reason: string }>;

export type ScenarioInput = Readonly<{
  plan: RunPlan;
  options: LoadOptions;
  settings: Settings;
  parts: RunParts;
}>;

type Run = (input: ScenarioInput) => Promise<ScenarioOutcome>;

/** Runs one scenario to its report. */
export const runScenario = (name: ScenarioName, input: ScenarioInput): Promise<ScenarioOutcome> =>
  runs[name](input);

const reported = async (report: Promise<ScenarioReport>): Promise<ScenarioOutcome> => ({
  kind: 'report',
  report: await report,
});

const notYet: Run = async () => ({ kind: 'not-run', reason: 'not built' });

const runs: Readonly<Record<ScenarioName, Run>> = {
  'dispatch-latency': ({ plan, options, parts }) =>
    reported(
      dispatchLatency(
        {
          modes: plan.modes,
          ...(plan.triggerId !== undefined && { triggerId: plan.triggerId }),
          fanOut: options.fanOut,
          visible: options.visible,
        },
        parts,
      ),
    ),
  'subscription-limits': notYet,
  pagination: notYet,
  'rate-limit': notYet,
  subscriber: notYet,
};
