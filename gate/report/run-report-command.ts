import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { holdsLoadRun, reportLoad } from '../../load/report-load.ts';
import { writeRendered } from '../../reports/write-run.ts';
import { UsageError } from '../gate-options.ts';
import { against } from './against.ts';
import { readReport } from './read-report.ts';
import { renderCapacity } from './render-capacity.ts';
import { renderHealth } from './render-health.ts';
import type { Render, ReportOptions } from './report-options.ts';

/** The command `report`; gives the exit code. Throws UsageError where the folder holds nothing to render. */
export const runReportCommand = async (options: ReportOptions): Promise<number> => {
  const { folder } = options;
  const kind = kinds.find(({ result, holds }) => holds?.(folder) ?? existsSync(join(folder, result)));
  if (kind === undefined)
    throw new UsageError(
      `${folder} holds no result (${kinds.map(({ result }) => result).join(', ')}). Name the folder of a finished run, such as results/latest.`,
    );

  return kind.render(options);
};

/** Compared, the exit code says whether a promise is newly broken; else whether the files were written. */
const renderGate: Render = ({ folder, against: other, print }) => {
  const report = readReport(folder);
  const before = other === undefined ? undefined : readReport(other);
  writeRendered(folder, report);
  print(`Report  ${join(folder, 'conformance.html')}\n`);

  return before === undefined ? 0 : against(before, report, { onlyNew: true, print });
};

const renderLoad: Render = ({ folder, against: other, print }) => {
  if (other !== undefined)
    throw new UsageError(
      'Two load runs are not compared: each is judged by its limits. What a target carries is compared between runs of capacity.',
    );

  return reportLoad({ folder, print });
};

/** Kinds of run, by the file that holds the result; raw files of a load run are enough. */
const kinds: readonly Readonly<{ result: string; holds?: (folder: string) => boolean; render: Render }>[] = [
  { result: 'conformance.json', render: renderGate },
  { result: 'capacity.json', render: renderCapacity },
  { result: 'health.json', render: renderHealth },
  { result: 'load.json', holds: holdsLoadRun, render: renderLoad },
];
