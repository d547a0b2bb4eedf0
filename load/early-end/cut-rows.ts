import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import type { RatedStep } from '../support/dispatch-plan.ts';
import { cutSteps } from './cut-steps.ts';
import { type Row, readRow } from './rows.ts';

/**
 * Leaves in the files of a run that was ended early the events that can be judged, and gives the steps that they
 * make. What was there before is kept beside, as `FILE.whole`.
 */
export const cutRows = (rows: readonly string[], steps: readonly RatedStep[]): readonly RatedStep[] => {
  const files = rows
    .filter((file) => existsSync(file))
    .map((file) => ({ file, lines: readFileSync(file, 'utf8').split('\n').filter(Boolean) }));
  const cut = cutSteps(endedByThemselves(files.flatMap(({ lines }) => lines.map(readRow))), steps);
  for (const { file, lines } of files) {
    renameSync(file, `${file}.whole`);
    writeFileSync(
      file,
      lines
        .filter((line) => cut.isBefore(readRow(line)))
        .map((line) => `${line}\n`)
        .join(''),
    );
  }

  return cut.steps;
};

const lastMs = 1000;

/** Of some events that it breaks off k6 says that they were not answered. */
const endedByThemselves = (rows: readonly Row[]): readonly Row[] => {
  const last = rows.reduce((most, { end }) => Math.max(most, end), 0);

  return rows.filter(({ answered, end }) => answered || end < last - lastMs);
};
