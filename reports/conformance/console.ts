import { inSeconds } from '../text.ts';
import { cellMatrix } from './console-matrix.ts';
import { unjudgedBlocks } from './console-unjudged.ts';
import { verdictLines } from './console-verdict.ts';
import { violationBlocks } from './console-violations.ts';
import { painted } from './paint.ts';
import type { ConformanceReport } from './report.ts';
import { judged } from './totals.ts';
import { waiverName } from './waiver-text.ts';

export type ConsoleOptions = Readonly<{
  /** As `colourWanted` says. */
  colour: boolean;
  /** Path of the report as the reader can open it. */
  reportPath: string;
}>;

type RunConditions = Pick<ConformanceReport, 'tool' | 'target' | 'conditions'> &
  Readonly<{ run: Pick<ConformanceReport['run'], 'id'> }>;

/** The whole report for a terminal: conditions, what is wrong, what was not judged, verdict, one next step. */
export const renderConsole = (report: ConformanceReport, options: ConsoleOptions): string =>
  `${conditionLines(report).join('\n')}\n${renderResult(report, options)}`;

/** The lines that can be printed before anything has run. */
export const conditionLines = ({ tool, run, target, conditions }: RunConditions): readonly string[] => {
  const { seed, selection, workers, quota, risks } = conditions;
  const host = target.kind === 'mock' ? 'mock (in this process)' : `tenant ${target.host}`;
  const head = [
    `${tool.name} ${tool.version}`,
    'gate',
    `target: ${host}`,
    `API: ${target.apiVersions.join(', ')}`,
    target.kind === 'mock' && seed !== undefined ? `seed ${seed}` : `run ${run.id}`,
    ...(selection === undefined ? [] : [`only ${selection}`]),
  ].join('  ');
  if (target.kind === 'mock') return [head];

  const writes =
    conditions.writes === 'own'
      ? `writes: only what this run creates, ${risks.includes('enabled') ? '' : 'disabled, '}named "${tool.name} ${run.id} ..."`
      : 'writes: none, read-only';
  const pace = quota === 'off' ? 'not paced' : `below ${quota}`;
  const allowed = risks.length === 0 ? [] : [`risks: ${risks.join(', ')}`];

  return [head, [writes, `${pace}, ${workers} worker${workers === 1 ? '' : 's'}`, ...allowed].join('; ')];
};

/** What there is to say once it has run. */
export const renderResult = (report: ConformanceReport, { colour, reportPath }: ConsoleOptions): string => {
  const showsMatrix = report.verdict !== 'FAIL' && judged(report.totals.cells) > 0;
  const matrix = showsMatrix
    ? [specsLine(report), ...cellMatrix(report.cells, report.target.apiVersions)]
    : [specsLine(report)];
  const blocks = [
    matrix,
    ...violationBlocks(report),
    ...staleBlocks(report),
    ...unjudgedBlocks(report),
    verdictLines(report, reportPath),
  ];
  const text = `${blocks.map((lines) => lines.join('\n')).join('\n\n')}\n`;

  return colour ? painted(text) : text;
};

/** Waivers of what is kept again: each hides the next break of it. */
const staleBlocks = ({ waived }: ConformanceReport): readonly (readonly string[])[] => {
  const stale = waived.filter(({ outcome }) => outcome === 'stale');

  return stale.length === 0
    ? []
    : [stale.map((waiver) => `STALE  ${waiverName(waiver)}  is kept again: remove its waiver`)];
};

const specsLine = ({ tests, run }: ConformanceReport): string => {
  const { planned, passed, failed, skipped, waived, error, notRun } = tests;
  const counts =
    passed === planned
      ? ''
      : `: ${passed} passed, ${failed} failed, ${waived > 0 ? `${waived} waived, ` : ''}${skipped} skipped, ${error} could not judge`;

  return `specs ${planned - notRun} of ${planned}${counts}  ${inSeconds(run.seconds)}`;
};
