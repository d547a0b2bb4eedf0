import type { HealthReport } from '../../reports/health/health-report.ts';
import { renderHealthMarkdown } from '../../reports/health/markdown.ts';
import { tellsNews } from '../../reports/health/report.ts';
import { markdownBytes } from '../../reports/health/write.ts';
import type { HealthOptions } from './health-options.ts';
import { notify } from './notify.ts';

type Around = Readonly<{
  options: Pick<HealthOptions, 'notifyCommand' | 'notifyOnChange'>;
  env: NodeJS.ProcessEnv;
  /** Ends the command that is told. */
  signal: AbortSignal;
}>;

/**
 * Hands the report to whom it should be told. Gives why nobody may have been told, or undefined: a night of which nobody
 * was told is not well.
 */
export const tellOthers = async (
  report: HealthReport,
  { options, env, signal }: Around,
): Promise<string | undefined> => {
  const { notifyCommand: command, notifyOnChange } = options;
  if (command === undefined || (notifyOnChange && !tellsNews(report))) return undefined;
  const text = renderHealthMarkdown(report, markdownBytes);
  const fault = await notify({ command, text, env, signal });

  return (
    fault && `Nobody may have been told: ${command}: ${fault}. What is new stays new for the next night.`
  );
};
