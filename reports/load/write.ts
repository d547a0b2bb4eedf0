import { join } from 'node:path';
import { pointLatest } from '../latest.ts';
import { writeWhole } from '../write-whole.ts';
import type { LoadReport } from './load-report.ts';
import { renderLoadPage } from './page/page.ts';

/** Writes `load.json` and `load.html` into the run's folder and gives the path of the latter. */
export const writeLoadFiles = (folder: string, report: LoadReport): string => {
  const page = join(folder, 'load.html');
  writeWhole(join(folder, 'load.json'), `${JSON.stringify(report, null, 2)}\n`);
  writeWhole(page, renderLoadPage(report));

  return page;
};

/** The same for a run that has just ended: `latest` is now that run, and the path to show goes by it. */
export const writeLoadReport = (folder: string, report: LoadReport): string => {
  writeLoadFiles(folder, report);

  return join(pointLatest(folder), 'load.html');
};
