import { join } from 'node:path';
import { curlOf } from '../client/curl.ts';
import { toolVersion } from '../client/tool-version.ts';
import type { Settings } from '../config.ts';
import { clauses } from '../contracts/clauses/index.ts';
import { conformanceReport } from '../reports/conformance/model.ts';
import type { ConformanceReport, Leftover } from '../reports/conformance/report.ts';
import type { Waiver } from '../reports/conformance/waiver.ts';
import { readRecords } from '../reports/read-records.ts';
import type { TestRecord } from '../reports/record.ts';
import { writeRun } from '../reports/write-run.ts';
import type { RunContext } from '../specs/support/run-context.ts';
import type { GateOptions } from './gate-options.ts';
import { runnerLog } from './run-specs.ts';

type About = Readonly<{ settings: Settings; run: RunContext; workers: number; typed: string | undefined }>;

/** What can be said of a run before it has begun. */
export const aboutOf = ({ settings, run, workers, typed }: About) => ({
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

/** As waivers and reports name the target. */
export const hostOf = (settings: Settings): string =>
  settings.target === 'tenant' ? settings.tenant.host : 'mock';

export type Ended = Omit<About, 'workers'> &
  Readonly<{
    options: GateOptions;
    started: Date;
    interrupted: boolean;
    leftovers: readonly Leftover[];
    ledger?: Readonly<{ created: number; removed: number }> | undefined;
    /** What was judged after the specs. */
    extra: readonly TestRecord[];
    waivers: readonly Waiver[];
    /** What went wrong after the run. */
    problem?: string;
  }>;

/**
 * Makes and writes the report of a run that has ended. A verdict is not lost where its report cannot be written, and it
 * is no PASS then: `path` is absent.
 */
export const writtenReport = (ended: Ended): Readonly<{ report: ConformanceReport; path?: string }> => {
  const report = reportOf(ended);
  try {
    const { latest } = writeRun(ended.run.folder, report);
    return { report, path: join(latest, 'conformance.html') };
  } catch (error) {
    const problem = `the report could not be written: ${error instanceof Error ? error.message : String(error)}`;
    return { report: reportOf({ ...ended, problem }) };
  }
};

const reportOf = ({
  options,
  started,
  interrupted,
  leftovers,
  ledger,
  extra,
  waivers,
  problem,
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
    errors: [
      ...(records?.errors ?? [`the specs left no records: see ${join(run.folder, runnerLog)}`]),
      ...(problem === undefined ? [] : [problem]),
    ],
    leftovers,
    waivers,
    interrupted: interrupted || (records?.interrupted ?? false),
    ...(options.requireCells !== undefined && { requireCells: options.requireCells }),
    curlOf,
  });
};

const quotaText = (quota: Settings['quota']): string =>
  quota === 'off' ? 'off' : `${quota.requests}/${quota.windowMs / 1000}s`;
