import { join, relative, resolve } from 'node:path';
import { renderHealthConsole } from '../../reports/health/console.ts';
import type { HealthReport } from '../../reports/health/health-report.ts';
import { writeHealth } from '../../reports/health/write.ts';
import type { Night } from '../../reports/history/night.ts';
import { messageOf } from '../../reports/history/store/database.ts';
import { makeRunFolder } from '../run-folder.ts';
import type { HealthOptions } from './health-options.ts';
import { writeHeartbeat } from './heartbeat.ts';
import { tellOthers } from './tell-others.ts';

type Around = Readonly<{
  options: HealthOptions;
  cwd: string;
  env: NodeJS.ProcessEnv;
  print: (text: string) => void;
  warn: (text: string) => void;
  signal: AbortSignal;
  /** What the night leaves to those after it; `told`: whom it should be told, it was. */
  nightOf: (told: boolean) => Night;
  keep: (night: Night) => Promise<string | undefined>;
}>;

/**
 * What becomes of a report: it is written, shown and told, the night is kept, and the heartbeat comes last. Each is done
 * whatever became of the others, so that a full disk keeps no news from anybody; gives the exit code, 2 where one of
 * them failed. Throws InterruptedError where it was interrupted: then the night is not kept, and the next one tells it.
 */
export const handOver = async (report: HealthReport, around: Around): Promise<number> => {
  const { options, cwd, env, print, warn, signal, nightOf, keep } = around;
  const { path, fault: unwritten } = written(report, options);
  const reportPath = path === undefined ? 'not written' : relative(cwd, path);
  print(renderHealthConsole(report, { colour: options.color, reportPath }));

  const untold = await tellOthers(report, { options, env, signal });
  signal.throwIfAborted();
  const unkept = await keep(nightOf(untold === undefined));
  const faults = [unwritten, untold, unkept].filter((fault) => fault !== undefined);
  const exitCode = faults.length === 0 ? report.exitCode : 2;
  const file = resolve(cwd, options.heartbeat ?? join(options.results, 'heartbeat.json'));
  const silent = writeHeartbeat(file, { report, exitCode, now: new Date() });
  for (const fault of [...faults, ...(silent === undefined ? [] : [silent])]) warn(`${fault}\n`);

  return silent === undefined ? exitCode : 2;
};

const written = (
  report: HealthReport,
  { results }: HealthOptions,
): Readonly<{ path?: string; fault?: string }> => {
  const { id, started } = report.run;
  try {
    return { path: writeHealth(makeRunFolder(results, 'health', id, new Date(started)), report) };
  } catch (error) {
    return {
      fault: `The reports could not be written; make room, or name another folder with --results. ${messageOf(error)}`,
    };
  }
};
