import { join } from 'node:path';
import { pointLatest } from '../latest.ts';
import { writeWhole } from '../write-whole.ts';
import { renderCapacityJson, renderCapacityMarkdown, renderStepsCsv } from './formats.ts';
import { renderCapacityPage } from './page/page.ts';
import type { CapacityReport } from './report.ts';

/** Writes the reports into the run's folder. */
export const writeCapacity = (folder: string, report: CapacityReport): void => {
  for (const [name, text] of [
    ['capacity.json', renderCapacityJson(report)],
    ['capacity.md', renderCapacityMarkdown(report)],
    ['steps.csv', renderStepsCsv(report)],
    ['capacity.html', renderCapacityPage(report)],
  ] as const)
    writeWhole(join(folder, name), text);
};

/** The same, and lets `latest` be that run; gives the path to show. */
export const writeCapacityReport = (folder: string, report: CapacityReport): string => {
  writeCapacity(folder, report);

  return join(pointLatest(folder), 'capacity.html');
};
