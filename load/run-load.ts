import { availableParallelism } from 'node:os';
import { join, relative } from 'node:path';
import { newRunId } from '../client/run-mark.ts';
import { toolVersion } from '../client/tool-version.ts';
import { readSettings, SettingsError } from '../config.ts';
import { makeRunFolder } from '../gate/run-folder.ts';
import { listenToSignals } from '../gate/signals.ts';
import { colourWanted } from '../reports/conformance/paint.ts';
import { loadConsole, loadHead } from '../reports/load/console.ts';
import { loadReport } from '../reports/load/model.ts';
import { writeLoadReport } from '../reports/load/write.ts';
import { provideK6 } from './k6/provide-k6.ts';
import type { LoadOptions } from './load-options.ts';
import { machineShare, machineTimes } from './machine.ts';
import type { RunHead } from './parts/part.ts';
import { programFolder } from './place.ts';
import { planRun } from './plan-run.ts';
import { quotaText } from './quota-text.ts';
import { runAll } from './run-all.ts';
import { requireDuckDb } from './samples/database.ts';
import { readSlo } from './slo/read-slo.ts';
import { ownEndpoint } from './subscriber/endpoint.ts';
import { targetOf } from './target-of.ts';

/** The scenarios whose samples are too many to count by hand. */
const countedInSql: readonly string[] = ['dispatch-latency', 'subscriber'];

/** The command `load`: runs scenarios against the target, writes the reports and prints them; gives the exit code. */
export const runLoad = async (options: LoadOptions): Promise<number> => {
  const { env } = process;
  const { settings, problems, warnings } = readSettings({ env, cwd: process.cwd() });
  for (const warning of warnings) process.stderr.write(`Warning: ${warning}\n`);
  if (!settings) throw new SettingsError(problems);
  using signals = listenToSignals();
  const plan = planRun(options, settings.quota);
  const endpoint = plan.scenarios.includes('subscriber')
    ? ownEndpoint(options.url, options.iOwnThisEndpoint)
    : undefined;
  const slo = readSlo(options.slo ?? join(programFolder(), 'load/slo.yaml'));
  const tell = (line: string): void => {
    if (!options.quiet) process.stderr.write(`${line}\n`);
  };
  if (plan.scenarios.some((name) => countedInSql.includes(name))) await requireDuckDb();
  const k6 = await provideK6({ k6Bin: settings.k6Bin, tell, signals });
  const started = new Date();
  const runId = newRunId();
  const folder = makeRunFolder(options.results, 'load', runId, started);
  const about = {
    tool: { name: 'isc-triggers', version: toolVersion() },
    run: { id: runId, started: started.toISOString() },
    target: targetOf(settings, endpoint),
  };
  const conditions = {
    workload: plan.workload.name,
    rate: plan.rate,
    k6: k6.version,
    quota: quotaText(settings.quota),
    cores: availableParallelism(),
  };
  const head: RunHead = { ...about, conditions, scenarios: plan.scenarios };
  process.stdout.write(`${loadHead(head).join('\n')}\n`);

  const idle = machineTimes();
  const ran = await runAll({
    settings,
    plan,
    options,
    endpoint,
    env,
    parts: {
      runId,
      head,
      folder,
      signals,
      slo,
      k6: k6.path,
      workload: plan.workload,
      rate: plan.rate,
      segments: options.segments,
      subscriber: settings.subscriber,
      statusPauseMs: settings.quota === 'off' ? 500 : 2000,
      tell,
    },
  });
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
