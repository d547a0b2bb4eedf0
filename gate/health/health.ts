import { mkdirSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { systemClock } from '../../client/clock.ts';
import { newRunId } from '../../client/run-mark.ts';
import { toolVersion } from '../../client/tool-version.ts';
import type { Settings } from '../../config.ts';
import { healthHead, renderHealthConsole } from '../../reports/health/console.ts';
import { firstNight } from '../../reports/health/first-night.ts';
import type { HealthReport } from '../../reports/health/health-report.ts';
import { renderHealthMarkdown } from '../../reports/health/markdown.ts';
import { healthReport, tellsNews } from '../../reports/health/report.ts';
import { apiFindingsOf, findingsOf, usualThresholds } from '../../reports/health/rules/index.ts';
import { markdownBytes, writeHealth } from '../../reports/health/write.ts';
import { writeWhole } from '../../reports/write-whole.ts';
import { makeRunFolder } from '../run-folder.ts';
import { listenToSignals } from '../signals.ts';
import type { HealthOptions } from './health-options.ts';
import { notify } from './notify.ts';
import { openTarget } from './open-target.ts';
import { problemText } from './problem-text.ts';
import { progressTo } from './progress.ts';
import { readTenant } from './read-tenant.ts';

export type HealthInput = Readonly<{
  settings: Settings;
  options: HealthOptions;
  cwd: string;
  env: NodeJS.ProcessEnv;
  print: (text: string) => void;
  warn: (text: string) => void;
}>;

/** Reads a tenant, judges it, writes the reports and tells whom it should; gives the exit code. */
export const health = async (input: HealthInput): Promise<number> => {
  const { settings, options, cwd, print, warn } = input;
  using signals = listenToSignals();
  const started = new Date();
  const id = newRunId();
  const [version = 'beta'] = settings.apiVersions;
  const tool = { name: 'isc-triggers', version: toolVersion() };
  await using target = await openTarget({ settings, runId: id, signal: signals.first });
  const about = { kind: settings.target, host: target.host, apiVersions: [version] };
  print(`${healthHead({ tool, target: about })}\n`);

  using progress = progressTo(options.quiet ? () => {} : warn);
  const { snapshot, problem } = await readTenant({
    open: target.open,
    clock: systemClock,
    host: target.host,
    version,
    onProgress: progress.reading,
  });
  signals.first.throwIfAborted();

  const thresholds = { ...usualThresholds, ...shares(options) };
  const findings = (problem === undefined ? findingsOf : apiFindingsOf)(snapshot, thresholds);
  const report = healthReport({
    tool,
    run: { id, started: started.toISOString(), seconds: (Date.now() - started.getTime()) / 1000 },
    target: about,
    conditions: { failOn: options.failOn, onlyNew: options.onlyNew ?? false },
    snapshot,
    past: firstNight(findings, snapshot.taken),
    problems: problem === undefined ? [] : [problemText(problem, version, target.host)],
  });
  const page = writeHealth(makeRunFolder(options.results, 'health', id, started), report);
  print(renderHealthConsole(report, { colour: options.color, reportPath: relative(cwd, page) }));

  return tellOthers(report, input);
};

const shares = ({ deadlineShare, failingShare }: HealthOptions) => ({ deadlineShare, failingShare });

/** A night of which nobody was told is not well. */
const tellOthers = async (
  report: HealthReport,
  { options, cwd, env, warn }: HealthInput,
): Promise<number> => {
  writeHeartbeat(resolve(cwd, options.heartbeat ?? join(options.results, 'heartbeat.json')), report);
  const { notifyCommand: command, notifyOnChange } = options;
  if (command === undefined || (notifyOnChange && !tellsNews(report))) return report.exitCode;
  const fault = await notify({ command, text: renderHealthMarkdown(report, markdownBytes), env });
  if (fault === undefined) return report.exitCode;
  warn(`Nobody may have been told: ${command}: ${fault}.\n`);

  return Math.max(report.exitCode, 2);
};

const writeHeartbeat = (file: string, { run, target, verdict, exitCode }: HealthReport): void => {
  mkdirSync(dirname(file), { recursive: true });
  writeWhole(
    file,
    `${JSON.stringify({ at: new Date().toISOString(), host: target.host, verdict, exitCode, run: run.id })}\n`,
  );
};
