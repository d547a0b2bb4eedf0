import type { Settings } from '../config.ts';
import { UsageError } from '../gate/gate-options.ts';
import { InterruptedError } from '../gate/signals.ts';
import type { Leftover } from '../reports/conformance/report.ts';
import type { ScenarioReport, SkippedScenario } from '../reports/load/load-report.ts';
import type { LoadOptions } from './load-options.ts';
import type { RunPlan } from './plan-run.ts';
import { quotaText } from './quota-text.ts';
import type { BaseParts } from './run-parts.ts';
import { runScenario, type TenantScenario } from './run-scenario.ts';
import { authorizationOf } from './subscriber/endpoint.ts';
import { playTenant } from './subscriber/subscriber.ts';
import { openTarget } from './target/open-target.ts';

export type RunAll = Readonly<{
  settings: Settings;
  plan: RunPlan;
  options: LoadOptions;
  /** The user's own subscriber. */
  endpoint: URL | undefined;
  env: Readonly<Record<string, string | undefined>>;
  parts: BaseParts;
}>;

export type Ran = Readonly<{
  scenarios: readonly ScenarioReport[];
  skipped: readonly SkippedScenario[];
  /** What was planned and did not come to its end. */
  unfinished: readonly string[];
  leftovers: readonly Leftover[];
}>;

const nothing: Ran = { scenarios: [], skipped: [], unfinished: [], leftovers: [] };

/** Runs the scenarios of a plan one after the other, and cleans up whatever happens. */
export const runAll = async (input: RunAll): Promise<Ran> => {
  const { plan, endpoint, env, parts } = input;
  const names = plan.scenarios.filter((name) => name !== 'subscriber');
  const ran = names.length === 0 ? nothing : await onTarget(names, input);
  if (endpoint === undefined || parts.signals.first.aborted) return ran;
  const [mode = 'SYNC', ...others] = plan.subscriberModes;
  if (others.length > 0)
    throw new UsageError('The scenario subscriber takes one mode at a time: name one with --mode.');
  const report = await playTenant(
    { url: endpoint, triggerId: plan.subscriberTrigger, mode, authorization: authorizationOf(env) },
    parts,
  );

  return { ...ran, scenarios: [...ran.scenarios, report] };
};

const onTarget = async (
  names: readonly TenantScenario[],
  { settings, plan, options, parts: base }: RunAll,
): Promise<Ran> => {
  const { signals, folder, runId } = base;
  const target = await openTarget({
    settings,
    runId,
    folder,
    signals,
    mockArgs: ['--port', '0', '--quota', quotaText(settings.quota)],
  });
  const scenarios: ScenarioReport[] = [];
  const skipped: SkippedScenario[] = [];
  try {
    for (const name of names) {
      if (signals.first.aborted) break;
      const outcome = await runScenario(name, { plan, options, settings, parts: { ...base, target } });
      if (outcome.kind === 'report') scenarios.push(outcome.report);
      else skipped.push({ name, reason: outcome.reason });
    }
    const leftovers = target.gone?.aborted ? [] : await target.sweep();

    return { scenarios, skipped, unfinished: [], leftovers };
  } catch (error) {
    if (!target.gone?.aborted) await target.sweep().catch(() => undefined);
    if (signals.first.aborted) throw new InterruptedError('Interrupted. What the run made was removed.');
    throw error;
  } finally {
    await target.close();
  }
};
