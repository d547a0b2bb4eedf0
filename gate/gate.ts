import { relative } from 'node:path';
import { newRunId } from '../client/run-mark.ts';
import type { Settings } from '../config.ts';
import { conditionLines, renderResult } from '../reports/conformance/console.ts';
import { githubAnnotations, githubError } from '../reports/conformance/github.ts';
import type { ConformanceReport } from '../reports/conformance/report.ts';
import { appendGithubSummary } from '../reports/write-run.ts';
import type { RunContext } from '../specs/support/run-context.ts';
import type { GateOptions } from './gate-options.ts';
import { keptRecord } from './kept-record.ts';
import { against, baselineOf } from './report/against.ts';
import { makeRunFolder } from './run-folder.ts';
import { aboutOf, hostOf, writtenReport } from './run-report.ts';
import { runSpecs } from './run-specs.ts';
import { type Selection, selectionOf } from './selection.ts';
import { listenToSignals, type Signals } from './signals.ts';
import { readWaivers } from './waivers/read-waivers.ts';
import { faultLines, waiverLine } from './waivers/text.ts';
import type { Around } from './with-tenant.ts';

export type GateInput = Readonly<{
  settings: Settings;
  options: GateOptions;
  cwd: string;
  env: NodeJS.ProcessEnv;
  print: (text: string) => void;
}>;

/** Runs the specs against the target, writes the reports and prints them; gives the exit code. */
export const gate = async (input: GateInput): Promise<number> => {
  const { settings, options, cwd, env, print } = input;
  using signals = listenToSignals();
  const started = new Date();
  const selection = selectionOf(options);
  const waivers = readWaivers({
    file: options.waivers,
    cwd,
    target: hostOf(settings),
    today: started.toISOString().slice(0, 10),
  });
  if (waivers.faults.length > 0) {
    print(faultLines(waivers.faults));
    if (env.GITHUB_ACTIONS === 'true')
      for (const fault of waivers.faults) print(`${githubError('waiver', fault)}\n`);
    return 1;
  }
  const baseline = baselineOf(options);
  const id = newRunId();
  const folder = makeRunFolder(options.results, 'gate', id, started);
  const run: RunContext = {
    id,
    folder,
    versions: settings.apiVersions,
    mode: 'judge',
    quiet: options.quiet ?? false,
    workers: options.workers ?? usualWorkers(settings, selection),
    select: selection.tags,
    mutants: [],
  };

  const about = aboutOf({ settings, run, workers: run.workers, typed: selection.typed });
  print(`${[...conditionLines(about), ...waiverLine(waivers)].join('\n')}\n`);

  const { kept, ...ended } = await around(settings, { run, signals }, (shared) =>
    runSpecs({ run: { ...run, ...shared }, cwd, env, signals }),
  );
  const parts = {
    settings,
    options,
    run,
    started,
    ...ended,
    extra: keptRecord(kept, settings),
    typed: selection.typed,
    waivers: waivers.waivers,
  };
  const { report, path } = writtenReport(parts);
  const reportPath = path === undefined ? 'not written' : relative(cwd, path);
  print(renderResult(report, { colour: options.color, reportPath }));
  announce(report, env, print);

  return baseline === undefined
    ? report.exitCode
    : against(baseline, report, { onlyNew: options.onlyNew, print });
};

/** The embedded tenant ends with its worker: there is nothing to look at before, and nothing to remove after. */
const around = async (
  settings: Settings,
  parts: Readonly<{ run: RunContext; signals: Signals }>,
  work: (shared: Readonly<{ pacer?: string }>) => Promise<Readonly<{ interrupted: boolean }>>,
): Promise<Around> => {
  if (settings.target === 'mock') return { ...(await work({})), leftovers: [], kept: [] };
  // Loaded only here, so that a run on the mock starts sooner.
  const { withTenant } = await import('./with-tenant.ts');

  return withTenant({ settings, ...parts }, work);
};

/** A quota is used up by one, and a short run is over before a second process has started. */
const usualWorkers = ({ quota }: Settings, { tags }: Selection): number =>
  quota === 'off' && tags.length === 0 ? 2 : 1;

/** Under GitHub Actions also annotations and the job summary. */
const announce = (report: ConformanceReport, env: NodeJS.ProcessEnv, print: (text: string) => void): void => {
  if (env.GITHUB_ACTIONS === 'true') for (const line of githubAnnotations(report)) print(`${line}\n`);
  if (env.GITHUB_STEP_SUMMARY) appendGithubSummary(env.GITHUB_STEP_SUMMARY, report);
};
