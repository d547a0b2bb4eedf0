import { join } from 'node:path';
import { pointLatest } from '../latest.ts';
import { writeWhole } from '../write-whole.ts';
import { renderCapacityJson, renderCapacityMarkdown, renderStepsCsv } from './formats.ts';
import { renderCapacityPage } from './page/page.ts';
import type { CapacityReport } from './report.ts';

/** Writes what is made of the result: the same result gives the same bytes. */
export const writeCapacityRendered = (folder: string, report: CapacityReport): void => {
  for (const [name, text] of [
    ['capacity.md', renderCapacityMarkdown(report)],
    ['steps.csv', renderStepsCsv(report)],
    ['capacity.html', renderCapacityPage(report)],
  ] as const)
    writeWhole(join(folder, name), text);
};

/** Writes all files of a run into its folder, the result itself last, and lets `latest` be that run; gives the path to show. */
export const writeCapacityReport = (folder: string, report: CapacityReport): string => {
  writeCapacityRendered(folder, report);
  writeWhole(join(folder, 'capacity.json'), renderCapacityJson(report));

  return join(pointLatest(folder), 'capacity.html');
};
