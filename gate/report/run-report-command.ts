import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { writeRendered } from '../../reports/write-run.ts';
import { UsageError } from '../gate-options.ts';
import { against } from './against.ts';
import { readReport } from './read-report.ts';

export type ReportOptions = Readonly<{ folder: string; against?: string; print: (text: string) => void }>;

/** Renders the reports of a finished run again, by the result that its folder holds. */
type Render = (options: ReportOptions) => number;

/** The command `report`; gives the exit code. Throws UsageError where the folder holds nothing to render. */
export const runReportCommand = (options: ReportOptions): number => {
  const found = Object.entries(renderers).find(([file]) => existsSync(join(options.folder, file)));
  if (found === undefined)
    throw new UsageError(
      `${options.folder} holds no result (${Object.keys(renderers).join(', ')}). Name the folder of a finished run, such as results/latest.`,
    );

  return found[1](options);
};

/** Compared, the exit code says whether a promise is newly broken; else whether the files were written. */
const renderGate: Render = ({ folder, against: other, print }) => {
  const report = readReport(folder);
  const before = other === undefined ? undefined : readReport(other);
  writeRendered(folder, report);
  print(`Report  ${join(folder, 'conformance.html')}\n`);

  return before === undefined ? 0 : against(before, report, { onlyNew: true, print });
};

const renderers: Readonly<Record<string, Render>> = { 'conformance.json': renderGate };
