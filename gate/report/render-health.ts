import { join } from 'node:path';
import { renderHealthConsole } from '../../reports/health/console.ts';
import { writeHealthRendered } from '../../reports/health/write.ts';
import { UsageError } from '../gate-options.ts';
import { readHealth } from './read-health.ts';
import type { Render } from './report-options.ts';

/** The exit code is that of the night's verdict. */
export const renderHealth: Render = ({ folder, against, print }) => {
  if (against !== undefined)
    throw new UsageError(
      'Two nights are not compared by report: each night is, with the nights before it, from its history.',
    );
  const report = readHealth(folder);
  writeHealthRendered(folder, report);
  print(renderHealthConsole(report, { colour: false, reportPath: join(folder, 'health.html') }));

  return report.exitCode;
};
