import { join, relative, resolve } from 'node:path';
import { newRunId } from '../../client/run-mark.ts';
import { toolVersion } from '../../client/tool-version.ts';
import { makeRunFolder } from '../../gate/run-folder.ts';
import { InterruptedError, listenToSignals } from '../../gate/signals.ts';
import { capacityReport } from '../../reports/capacity/analyse.ts';
import { renderCapacityConsole } from '../../reports/capacity/console.ts';
import { documentedRequestsPerSecond } from '../../reports/capacity/quota.ts';
import type { RunFacts } from '../../reports/capacity/report.ts';
import type { StepSamples } from '../../reports/capacity/steps/step.ts';
import { writeCapacityReport } from '../../reports/capacity/write.ts';
import { counted } from '../../reports/text.ts';
import { programFolder } from '../place.ts';
import { readSlo } from '../slo/read-slo.ts';
import type { CapacityOptions } from './capacity-options.ts';
import { demandsOf } from './demand-of.ts';
import { type Driven, driveCapacity } from './drive-capacity.ts';
import { copyKeptSteps, readKeptSteps } from './kept-steps.ts';
import { sloOf } from './plan-capacity.ts';
import { resumeCommand } from './resume-command.ts';

/** The command `capacity`: drives steps, or takes those of a run, and says what is carried; gives the exit code. */
export const runCapacity = async (options: CapacityOptions): Promise<number> => {
  const demands = demandsOf(options);
  const loadSlo = readSlo(options.slo ?? join(programFolder(), 'load/slo.yaml'));
  const started = new Date();
  const runId = newRunId();
  using signals = listenToSignals();
  const tell = (line: string): void => {
    if (!options.quiet) process.stderr.write(`${line}\n`);
  };
  const folderOf = (): string => makeRunFolder(options.results, 'capacity', runId, started);
  const driven =
    options.from === undefined
      ? await driveCapacity({ options, loadSlo, runId, signals, tell, newFolder: folderOf })
      : await analysed(options.from, loadSlo.deadline.limitMs, folderOf);
  const { steps, folder, target } = driven;
  const facts: RunFacts = {
    tool: { name: 'isc-triggers', version: toolVersion() },
    run: { id: runId, started: started.toISOString(), seconds: (Date.now() - started.getTime()) / 1000 },
    target,
  };
  const mode = steps[0]?.conditions.mode ?? 'FIRE_AND_FORGET';
  const report = capacityReport({
    facts,
    steps,
    slo: sloOf(mode, loadSlo),
    demands,
    interrupted: signals.first.aborted,
    ...(driven.left !== undefined && { left: driven.left }),
    ...(options.apiCallsPerEvent !== undefined && {
      api: { requestsPerSecond: documentedRequestsPerSecond, callsPerEvent: options.apiCallsPerEvent },
    }),
    ...(driven.heldBy !== undefined && { heldBy: driven.heldBy }),
  });
  const path = writeCapacityReport(folder, report);
  const goOn =
    report.exitCode === 130 && steps.length > 0
      ? resumeCommand(options, relative(process.cwd(), folder))
      : undefined;
  process.stdout.write(
    renderCapacityConsole(report, { reportPath: relative(process.cwd(), path), ...(goOn && { next: goOn }) }),
  );
  if (report.exitCode === 130)
    throw new InterruptedError(
      `Interrupted: ${counted(steps.length, 'step')} kept${driven.left === undefined ? ', and what the run made was removed' : ''}. ${goOn === undefined ? 'Start it again.' : `Go on with: ${goOn}`}`,
    );

  return report.exitCode;
};

const analysed = async (from: string, limitMs: number, newFolder: () => string): Promise<Driven> => {
  const steps = await readKeptSteps(resolve(from), limitMs);
  const folder = newFolder();
  copyKeptSteps(resolve(from), folder);

  return { steps, folder, target: targetOf(steps), heldBy: undefined, left: undefined };
};

/** As the steps say it. */
const targetOf = ([first]: readonly StepSamples[]): RunFacts['target'] => {
  const { scenario = '', host = '', api } = first?.conditions ?? {};

  return {
    kind: scenario === 'subscriber' ? 'subscriber' : 'tenant',
    host,
    apiVersions: api === undefined ? [] : [api],
  };
};
