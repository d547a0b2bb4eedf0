import { createHash } from 'node:crypto';
import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';
import { readSettings, SettingsError } from '../../config.ts';
import { UsageError } from '../../gate/gate-options.ts';
import type { Signals } from '../../gate/signals.ts';
import type { RunFacts } from '../../reports/capacity/report.ts';
import { stepRow } from '../../reports/capacity/step-rows.ts';
import type { StepSamples } from '../../reports/capacity/steps/step.ts';
import type { LoadSlo } from '../../reports/load/slo.ts';
import { counted } from '../../reports/text.ts';
import { provideK6 } from '../k6/provide-k6.ts';
import { quotaText } from '../quota-text.ts';
import { requireDuckDb } from '../samples/database.ts';
import { authorizationOf } from '../subscriber/endpoint.ts';
import { type LoadTarget, openTarget } from '../target/open-target.ts';
import type { CapacityOptions } from './capacity-options.ts';
import { driveSteps } from './drive-steps.ts';
import { dropUncertified, readKeptSteps } from './kept-steps.ts';
import { measureStep } from './measure-step.ts';
import { planCapacity, sloOf } from './plan-capacity.ts';

export type Driven = Readonly<{
  steps: readonly StepSamples[];
  /** Of the run. */
  folder: string;
  target: RunFacts['target'];
  /** What no step went beyond, and why. */
  heldBy: Readonly<{ rate: number; what: 'quota' | 'generator'; evidence: string }> | undefined;
  /** What of the run stays on the tenant, in a sentence. */
  left: string | undefined;
}>;

export type DriveCapacity = Readonly<{
  options: CapacityOptions;
  loadSlo: LoadSlo;
  runId: string;
  signals: Signals;
  tell: (line: string) => void;
  newFolder: () => string;
}>;

/** Drives the target in steps, those of a run that is resumed first, and cleans up whatever happens. */
export const driveCapacity = async (input: DriveCapacity): Promise<Driven> => {
  const { options, loadSlo, runId, signals, tell, newFolder } = input;
  const { env } = process;
  const { settings, problems, warnings, sources } = readSettings({ env, cwd: process.cwd() });
  for (const warning of warnings) tell(`Warning: ${warning}`);
  if (!settings) throw new SettingsError(problems);
  const plan = planCapacity({
    options,
    settings,
    targetNamed: sources.ISC_TARGET !== 'default',
    slo: loadSlo,
  });
  await requireDuckDb();
  const before =
    options.resume === undefined
      ? []
      : await readKeptSteps(resolve(options.resume), loadSlo.deadline.limitMs);
  const k6 = await provideK6({ k6Bin: settings.k6Bin, tell, signals });
  const folder = options.resume === undefined ? newFolder() : resolve(options.resume);
  const host = plan.scenario === 'subscriber' ? plan.subscriber.url.host : hostOf(settings);
  const [api = 'beta'] = settings.apiVersions;
  const conditions = {
    scenario: plan.scenario,
    host,
    ...(plan.scenario === 'subscriber' && { url: fingerprint(plan.subscriber.url) }),
    trigger: plan.triggerId,
    mode: plan.mode,
    ...(plan.scenario === 'dispatch-latency' && { api, quota: quotaText(settings.quota) }),
    k6: k6.version,
    cores: String(availableParallelism()),
    deadline: `${loadSlo.deadline.limitMs / 1000} s`,
  };
  checkConditions(before, conditions);
  if (options.resume !== undefined) dropUncertified(folder);
  const target =
    plan.scenario === 'subscriber'
      ? undefined
      : await openTarget({
          settings,
          runId,
          folder,
          signals,
          mockArgs: ['--port', '0', '--quota', quotaText(settings.quota)],
        });
  let left: string | undefined;
  const steps = await driveSteps({
    plan: plan.steps,
    slo: sloOf(plan.mode, loadSlo),
    before: before.filter(({ certificate }) => certificate?.valid === true),
    measure: async (rate) => {
      if (signals.first.aborted) return undefined;
      if (target?.gone?.aborted) throw new UsageError('The embedded tenant ended by itself.');

      return measureStep({
        rate,
        plan,
        target,
        conditions,
        authorization: authorizationOf(env),
        parts: {
          runId,
          folder,
          signals,
          slo: loadSlo,
          k6: k6.path,
          segments: 1,
          subscriber: settings.subscriber,
          statusPauseMs: 2000,
          tell,
        },
      });
    },
    judged: (step) =>
      tell(`step ${stepRow(step).join('  ')}${step.reasons.map((reason) => `: ${reason}`).join('')}`),
  }).finally(async () => {
    if (target) left = await removeAll(target);
    if (left !== undefined) tell(left);
    await target?.close();
  });

  return {
    steps,
    folder,
    target: {
      kind: plan.scenario === 'subscriber' ? 'subscriber' : settings.target,
      host,
      apiVersions: plan.scenario === 'subscriber' ? [] : [api],
    },
    heldBy: plan.heldBy,
    left,
  };
};

/** Takes away what the run made, and says where something of it stays. */
const removeAll = async (target: LoadTarget): Promise<string | undefined> => {
  if (target.gone?.aborted) return undefined;
  const left = await target.sweep().catch(() => undefined);
  if (left?.length === 0) return undefined;

  return (
    `${left === undefined ? 'What the run made' : counted(left.length, 'subscription')} could not be removed. ` +
    'What is left is listed by npx isc-triggers janitor, and goes with --yes.'
  );
};

/** Tells addresses of one host apart; a path may hold a secret. */
const fingerprint = ({ href }: URL): string => createHash('sha256').update(href).digest('hex').slice(0, 8);

const hostOf = (settings: NonNullable<ReturnType<typeof readSettings>['settings']>): string =>
  settings.target === 'tenant' ? settings.tenant.host : 'mock';

/** Steps of other conditions are not gone on with. Throws UsageError that names the first difference. */
const checkConditions = (
  before: readonly StepSamples[],
  conditions: Readonly<Record<string, string>>,
): void => {
  for (const step of before)
    for (const [name, value] of Object.entries(conditions))
      if (step.conditions[name] !== value)
        throw new UsageError(
          `The run to resume was driven with ${name} ${step.conditions[name] ?? 'not said'}, now it is ${value}: one answer takes steps of the same conditions. Start a new run.`,
        );
};
