import { join } from 'node:path';
import { pointLatest } from '../latest.ts';
import { writeWhole } from '../write-whole.ts';
import type { LoadReport } from './load-report.ts';
import { renderLoadPage } from './page/page.ts';

/** Writes `load.json` and `load.html` into the run's folder, lets `latest` be that run, and gives the path to show. */
export const writeLoadReport = (folder: string, report: LoadReport): string => {
  writeWhole(join(folder, 'load.json'), `${JSON.stringify(report, null, 2)}\n`);
  writeWhole(join(folder, 'load.html'), renderLoadPage(report));

  return join(pointLatest(folder), 'load.html');
};
