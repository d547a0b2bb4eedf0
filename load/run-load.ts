import { availableParallelism, cpus } from 'node:os';
import { join, relative } from 'node:path';
import { newRunId } from '../client/run-mark.ts';
import { toolVersion } from '../client/tool-version.ts';
import { readSettings, type Settings, SettingsError } from '../config.ts';
import { makeRunFolder } from '../gate/run-folder.ts';
import { InterruptedError, listenToSignals } from '../gate/signals.ts';
import { colourWanted } from '../reports/conformance/paint.ts';
import { loadConsole, loadHead } from '../reports/load/console.ts';
import type { ScenarioReport, SkippedScenario } from '../reports/load/load-report.ts';
import { loadReport } from '../reports/load/model.ts';
import { writeLoadReport } from '../reports/load/write.ts';
import { provideK6 } from './k6/provide-k6.ts';
import type { LoadOptions } from './load-options.ts';
import { programFolder } from './place.ts';
import { planRun, type RunPlan } from './plan-run.ts';
import type { RunParts } from './run-parts.ts';
import { runScenario } from './run-scenario.ts';
import { readSlo } from './slo/read-slo.ts';
import { openTarget } from './target/open-target.ts';

/** The command `load`: runs scenarios against the target, writes the reports and prints them; gives the exit code. */
export const runLoad = async (options: LoadOptions): Promise<number> => {
  const { env } = process;
  const { settings, problems, warnings } = readSettings({ env, cwd: process.cwd() });
  for (const warning of warnings) process.stderr.write(`Warning: ${warning}\n`);
  if (!settings) throw new SettingsError(problems);
  using signals = listenToSignals();
  const plan = planRun(options, settings.quota);
  const slo = readSlo(options.slo ?? join(programFolder(), 'load/slo.yaml'));
  const tell = (line: string): void => {
    if (!options.quiet) process.stderr.write(`${line}\n`);
  };
  const k6 = await provideK6({ k6Bin: settings.k6Bin, tell, signals });
  const started = new Date();
  const runId = newRunId();
  const folder = makeRunFolder(options.results, 'load', runId, started);
  const about = {
    tool: { name: 'isc-triggers', version: toolVersion() },
    run: { id: runId, started: started.toISOString() },
    target: {
      kind: settings.target,
      host: settings.target === 'tenant' ? settings.tenant.host : 'mock',
      apiVersions: [settings.apiVersions[0] ?? 'beta'],
    },
  };
  const conditions = {
    workload: plan.workload.name,
    rate: plan.rate,
    k6: k6.version,
    quota: quotaText(settings.quota),
    cores: availableParallelism(),
  };
  process.stdout.write(`${loadHead({ ...about, conditions, scenarios: plan.scenarios }).join('\n')}\n`);

  const idle = machineTimes();
  const ran = await runAll({ settings, plan, options, signals, folder, runId, slo, k6: k6.path, tell });
  const report = loadReport({
    ...about,
    run: { ...about.run, seconds: (Date.now() - started.getTime()) / 1000 },
    conditions: { ...conditions, machineCpuShare: machineShare(idle, machineTimes()) },
    ...ran,
    interrupted: signals.first.aborted,
  });
  const path = writeLoadReport(folder, report);
  const colour = colourWanted({ env, terminal: process.stdout.isTTY === true, noColor: !options.color });
  process.stdout.write(loadConsole(report, { colour, reportPath: relative(process.cwd(), path) }));

  return report.exitCode;
};

type Ran = Readonly<{
  scenarios: readonly ScenarioReport[];
  unfinished: readonly string[];
  skipped: readonly SkippedScenario[];
  leftovers: Awaited<ReturnType<Awaited<ReturnType<typeof openTarget>>['sweep']>>;
}>;

type RunAll = Pick<RunParts, 'signals' | 'folder' | 'runId' | 'slo' | 'k6' | 'tell'> &
  Readonly<{ settings: Settings; plan: RunPlan; options: LoadOptions }>;

const runAll = async ({ settings, plan, options, ...common }: RunAll): Promise<Ran> => {
  const { signals, folder, runId } = common;
  const target = await openTarget({ settings, runId, folder, signals, mockArgs: mockArgs(settings) });
  const scenarios: ScenarioReport[] = [];
  const unfinished: string[] = [];
  const skipped: SkippedScenario[] = [];
  try {
    const parts: RunParts = {
      ...common,
      target,
      workload: plan.workload,
      rate: plan.rate,
      subscriber: settings.subscriber,
      statusPauseMs: settings.quota === 'off' ? 500 : 2000,
    };
    for (const name of plan.scenarios) {
      if (signals.first.aborted) break;
      const outcome = await runScenario(name, { plan, options, settings, parts });
      if (outcome.kind === 'report') scenarios.push(outcome.report);
      else if (outcome.kind === 'skipped') skipped.push({ name, reason: outcome.reason });
      else unfinished.push(`${name}: ${outcome.reason}`);
    }
    const leftovers = target.gone?.aborted ? [] : await target.sweep();

    return { scenarios, unfinished, skipped, leftovers };
  } catch (error) {
    if (!target.gone?.aborted) await target.sweep().catch(() => undefined);
    if (signals.first.aborted) throw new InterruptedError('Interrupted. What the run made was removed.');
    throw error;
  } finally {
    await target.close();
  }
};

const mockArgs = ({ quota }: Settings): readonly string[] => ['--port', '0', '--quota', quotaText(quota)];

const quotaText = (quota: Settings['quota']): string =>
  quota === 'off' ? 'off' : `${quota.requests}/${quota.windowMs / 1000}s`;

type Times = Readonly<{ idle: number; all: number }>;

const machineTimes = (): Times =>
  cpus().reduce<Times>(
    (sum, { times }) => ({
      idle: sum.idle + times.idle,
      all: sum.all + times.user + times.nice + times.sys + times.irq + times.idle,
    }),
    { idle: 0, all: 0 },
  );

const machineShare = (before: Times, after: Times): number =>
  after.all === before.all
    ? 0
    : Math.round((1 - (after.idle - before.idle) / (after.all - before.all)) * 1000) / 1000;
