import { join, resolve } from 'node:path';
import { systemClock } from '../../client/clock.ts';
import { newRunId } from '../../client/run-mark.ts';
import { toolVersion } from '../../client/tool-version.ts';
import type { Settings } from '../../config.ts';
import { healthHead } from '../../reports/health/console.ts';
import { healthReport } from '../../reports/health/report.ts';
import { apiFindingsOf, findingsOf, usualThresholds } from '../../reports/health/rules/index.ts';
import { nightOf, pastOf } from '../../reports/history/past.ts';
import { listenToSignals } from '../signals.ts';
import { handOver } from './hand-over.ts';
import type { HealthOptions } from './health-options.ts';
import { openNights } from './nights.ts';
import { openTarget } from './open-target.ts';
import { problemText } from './problem-text.ts';
import { progressTo } from './progress.ts';
import { readDescription } from './read-description.ts';
import { readTenant } from './read-tenant.ts';

export type HealthInput = Readonly<{
  settings: Settings;
  options: HealthOptions;
  cwd: string;
  env: NodeJS.ProcessEnv;
  print: (text: string) => void;
  warn: (text: string) => void;
}>;

/** Reads a tenant, judges it and hands the report over; gives the exit code. */
export const health = async (input: HealthInput): Promise<number> => {
  const { settings, options, cwd, env, print, warn } = input;
  using signals = listenToSignals();
  const started = new Date();
  const id = newRunId();
  const [version = 'beta'] = settings.apiVersions;
  const tool = { name: 'isc-triggers', version: toolVersion() };
  const described = options.openapi === undefined ? [] : readDescription(options.openapi, cwd).drift;
  await using target = await openTarget({ settings, runId: id, signal: signals.first });
  const about = { kind: settings.target, host: target.host, apiVersions: [version] };
  print(`${healthHead({ tool, target: about })}\n`);
  const nights = await openNights({
    folder: resolve(cwd, options.history ?? join(options.results, 'history')),
    host: target.host,
    now: started,
    keepDays: options.keepDays,
  });

  using progress = progressTo(options.quiet ? () => {} : warn);
  const { snapshot, problem } = await readTenant({
    open: target.open,
    clock: systemClock,
    host: target.host,
    version,
    onProgress: progress.reading,
  });
  signals.first.throwIfAborted();

  const whole = problem === undefined;
  const thresholds = { ...usualThresholds, ...shares(options) };
  const findings = (whole ? findingsOf : apiFindingsOf)(snapshot, thresholds);
  const report = healthReport({
    tool,
    run: { id, started: started.toISOString(), seconds: (Date.now() - started.getTime()) / 1000 },
    target: about,
    conditions: { failOn: options.failOn, onlyNew: options.onlyNew ?? false },
    snapshot,
    past: pastOf({ ...nights, snapshot, findings, whole, described }),
    problems: whole ? [] : [problemText(problem, version, target.host)],
  });

  return await handOver(report, {
    options,
    cwd,
    env,
    print,
    warn,
    signal: signals.first,
    keep: nights.keep,
    nightOf: (told) => nightOf({ ...nights, report, snapshot, whole, told }),
  });
};

const shares = ({ deadlineShare, failingShare }: HealthOptions) => ({ deadlineShare, failingShare });
