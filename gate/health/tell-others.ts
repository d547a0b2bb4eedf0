import { dirname, join, resolve } from 'node:path';
import { makeFolder } from '../../client/make-folder.ts';
import type { HealthReport } from '../../reports/health/health-report.ts';
import { renderHealthMarkdown } from '../../reports/health/markdown.ts';
import { tellsNews } from '../../reports/health/report.ts';
import { markdownBytes } from '../../reports/health/write.ts';
import { writeWhole } from '../../reports/write-whole.ts';
import type { HealthOptions } from './health-options.ts';
import { notify } from './notify.ts';

type Around = Readonly<{ options: HealthOptions; cwd: string; env: NodeJS.ProcessEnv }>;

/**
 * Writes the heartbeat, and hands the report to whom it should be told. Gives why nobody may have been told, or
 * undefined: a night of which nobody was told is not well.
 */
export const tellOthers = async (
  report: HealthReport,
  { options, cwd, env }: Around,
): Promise<string | undefined> => {
  writeHeartbeat(resolve(cwd, options.heartbeat ?? join(options.results, 'heartbeat.json')), report);
  const { notifyCommand: command, notifyOnChange } = options;
  if (command === undefined || (notifyOnChange && !tellsNews(report))) return undefined;
  const fault = await notify({ command, text: renderHealthMarkdown(report, markdownBytes), env });

  return (
    fault && `Nobody may have been told: ${command}: ${fault}. What is new stays new for the next night.`
  );
};

const writeHeartbeat = (file: string, { run, target, verdict, exitCode }: HealthReport): void => {
  makeFolder(dirname(file));
  writeWhole(
    file,
    `${JSON.stringify({ at: new Date().toISOString(), host: target.host, verdict, exitCode, run: run.id })}\n`,
  );
};
