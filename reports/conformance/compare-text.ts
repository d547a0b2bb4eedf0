import { counted, oneLine } from '../text.ts';
import type { Comparison } from './compare.ts';
import type { CellResult, ConformanceReport, ViolationResult } from './report.ts';

const shownAtMost = 20;

/** What changed, for a terminal. */
export const comparisonLines = (
  before: Pick<ConformanceReport, 'run'>,
  { newlyBroken, stillBroken, keptAgain, notJudged, newlyCovered }: Comparison,
): readonly string[] => [
  `Against run ${oneLine(before.run.id)} of ${oneLine(before.run.started)}: ${newlyBroken.length} newly broken, ${stillBroken.length} still broken, ${keptAgain.length} kept again, ${notJudged.length} not judged now, ${counted(newlyCovered.length, 'cell')} newly covered`,
  ...some('NEW     ', newlyBroken, violationLine),
  ...some('STILL   ', stillBroken, violationLine),
  ...some('KEPT    ', keptAgain, violationLine),
  ...some('UNKNOWN ', notJudged, violationLine),
  ...some('COVERED ', newlyCovered, cellLine),
];

const some = <T>(word: string, all: readonly T[], line: (one: T) => string): readonly string[] => [
  ...all.slice(0, shownAtMost).map((one) => `  ${word} ${line(one)}`),
  ...(all.length > shownAtMost
    ? [`  ${word} ${all.length - shownAtMost} more, see conformance.json of both`]
    : []),
];

const violationLine = ({ clause, operation, status, fingerprint }: ViolationResult): string =>
  `${oneLine(clause)}  ${operation} ${status ?? '-'}  ${fingerprint}`;

const cellLine = ({ apiVersion, operation, status }: CellResult): string =>
  `${operation} ${status}  ${apiVersion}`;
