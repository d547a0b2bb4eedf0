import { appendFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { makeFolder } from '../client/make-folder.ts';
import { githubSummary } from './conformance/github.ts';
import { renderHtml } from './conformance/html/page.ts';
import { renderJson } from './conformance/json.ts';
import { renderJunit } from './conformance/junit.ts';
import { renderMarkdown } from './conformance/markdown.ts';
import type { ConformanceReport } from './conformance/report.ts';
import { pointLatest } from './latest.ts';
import { writeWhole } from './write-whole.ts';

export type WrittenRun = Readonly<{
  /** Absolute if the folder is. */
  json: string;
  junit: string;
  /** `latest` beside the folder. */
  latest: string;
}>;

/** GitHub takes a comment of so many characters; a character is a byte or more. */
const commentBytes = 65_536;

/** Writes all files of a run into its folder, each whole, the result itself last, and lets `latest` be that run. */
export const writeRun = (folder: string, report: ConformanceReport): WrittenRun => {
  const json = join(folder, 'conformance.json');
  const junit = join(folder, 'junit.xml');
  makeFolder(folder);
  writeRendered(folder, report);
  writeWhole(json, renderJson(report));

  return { json, junit, latest: pointLatest(folder) };
};

/** Writes what is made of the result: the same result gives the same bytes. */
export const writeRendered = (folder: string, report: ConformanceReport): void => {
  writeWhole(join(folder, 'junit.xml'), renderJunit(report));
  writeWhole(join(folder, 'conformance.md'), renderMarkdown(report, commentBytes));
  writeWhole(join(folder, 'conformance.html'), renderHtml(report));
};

/**
 * Appends the job summary to the file that GitHub Actions names in GITHUB_STEP_SUMMARY; answers whether it could.
 * In a container that path may lead nowhere, and a verdict is not lost for it.
 */
export const appendGithubSummary = (file: string, report: ConformanceReport): boolean => {
  try {
    const taken = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
    appendFileSync(file, githubSummary(report, taken));
    return true;
  } catch {
    return false;
  }
};
