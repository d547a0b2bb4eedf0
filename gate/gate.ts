import { join, relative } from 'node:path';
import { curlOf } from '../client/curl.ts';
import { newRunId } from '../client/run-mark.ts';
import { toolVersion } from '../client/tool-version.ts';
import type { Settings } from '../config.ts';
import { clauses } from '../contracts/clauses/index.ts';
import { conditionLines, renderResult } from '../reports/conformance/console.ts';
import { githubAnnotations } from '../reports/conformance/github.ts';
import { conformanceReport } from '../reports/conformance/model.ts';
import type { ConformanceReport, Leftover } from '../reports/conformance/report.ts';
import { readRecords } from '../reports/read-records.ts';
import type { TestRecord } from '../reports/record.ts';
import { appendGithubSummary, writeRun } from '../reports/write-run.ts';
import type { RunContext } from '../specs/support/run-context.ts';
import type { GateOptions } from './gate-options.ts';
import { keptRecord } from './kept-record.ts';
import { makeRunFolder } from './run-folder.ts';
import { runnerLog, runSpecs } from './run-specs.ts';
import { type Selection, selectionOf } from './selection.ts';
import { listenToSignals, type Signals } from './signals.ts';
import { type ReadWaivers, readWaivers } from './waivers/read-waivers.ts';
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
    return 1;
  }
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
  const report = reportOf({
    settings,
    options,
    run,
    started,
    ...ended,
    extra: keptRecord(kept, settings),
    typed: selection.typed,
    waivers: waivers.waivers,
  });
  const { latest } = writeRun(folder, report);
  print(
    renderResult(report, {
      colour: options.color,
      reportPath: relative(cwd, join(latest, 'conformance.json')),
    }),
  );
  announce(report, env, print);

  return report.exitCode;
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

type About = Readonly<{ settings: Settings; run: RunContext; workers: number; typed: string | undefined }>;

/** What can be said of a run before it has begun. */
const aboutOf = ({ settings, run, workers, typed }: About) => ({
  tool: { name: 'isc-triggers', version: toolVersion() },
  run: { id: run.id },
  target: {
    kind: settings.target,
    host: hostOf(settings),
    apiVersions: settings.apiVersions,
  },
  conditions: {
    workers,
    writes: settings.writes ? ('own' as const) : ('none' as const),
    risks: [...settings.risks],
    quota: quotaText(settings.quota),
    ...(typed !== undefined && { selection: typed }),
  },
});

const hostOf = (settings: Settings): string => (settings.target === 'tenant' ? settings.tenant.host : 'mock');

type Ended = Omit<About, 'workers'> &
  Readonly<{
    options: GateOptions;
    started: Date;
    interrupted: boolean;
    leftovers: readonly Leftover[];
    ledger?: Readonly<{ created: number; removed: number }> | undefined;
    /** What was judged after the specs. */
    extra: readonly TestRecord[];
    waivers: ReadWaivers['waivers'];
  }>;

const reportOf = ({
  options,
  started,
  interrupted,
  leftovers,
  ledger,
  extra,
  waivers,
  ...about
}: Ended): ConformanceReport => {
  const { run } = about;
  const records = readRecords(run.folder);
  const { tool, target, conditions } = aboutOf({ ...about, workers: records?.workers ?? run.workers });

  return conformanceReport({
    tool,
    target,
    conditions: { ...conditions, ...ledger },
    run: { id: run.id, started: started.toISOString(), seconds: (Date.now() - started.getTime()) / 1000 },
    clauses,
    planned: [...(records?.planned ?? []), ...extra],
    records: [...(records?.records ?? []), ...extra],
    errors: records?.errors ?? [`the specs did not start: see ${join(run.folder, runnerLog)}`],
    leftovers,
    waivers,
    interrupted: interrupted || (records?.interrupted ?? false),
    ...(options.requireCells !== undefined && { requireCells: options.requireCells }),
    curlOf,
  });
};

const quotaText = (quota: Settings['quota']): string =>
  quota === 'off' ? 'off' : `${quota.requests}/${quota.windowMs / 1000}s`;

/** Under GitHub Actions also annotations and the job summary. */
const announce = (report: ConformanceReport, env: NodeJS.ProcessEnv, print: (text: string) => void): void => {
  if (env.GITHUB_ACTIONS === 'true') for (const line of githubAnnotations(report)) print(`${line}\n`);
  if (env.GITHUB_STEP_SUMMARY) appendGithubSummary(env.GITHUB_STEP_SUMMARY, report);
};
