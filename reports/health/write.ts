import { join } from 'node:path';
import { makeFolder } from '../../client/make-folder.ts';
import { pointLatest } from '../latest.ts';
import { writeWhole } from '../write-whole.ts';
import type { HealthReport } from './health-report.ts';
import { renderHealthJunit } from './junit.ts';
import { renderHealthMarkdown } from './markdown.ts';
import { renderHealthPage } from './page/page.ts';

/** What GitHub takes as a comment, and what a mail should not be longer than; bytes. */
export const markdownBytes = 65_536;

/** Writes all files of a night, each whole, the result itself last; gives the path of the page to show. */
export const writeHealth = (folder: string, report: HealthReport): string => {
  makeFolder(folder);
  writeHealthRendered(folder, report);
  writeWhole(join(folder, 'health.json'), `${JSON.stringify(report, null, 2)}\n`);

  return join(pointLatest(folder), 'health.html');
};

/** Writes what is rendered from the result alone. */
export const writeHealthRendered = (folder: string, report: HealthReport): void => {
  writeWhole(join(folder, 'junit.xml'), renderHealthJunit(report));
  writeWhole(join(folder, 'health.md'), renderHealthMarkdown(report, markdownBytes));
  writeWhole(join(folder, 'health.html'), renderHealthPage(report));
};
