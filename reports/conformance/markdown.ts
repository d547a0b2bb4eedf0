import { operationIds } from '../../contracts/operations.ts';
import { code, fenced, more, prefixWithin } from '../render/markdown.ts';
import { counted, cut, inSeconds, oneLine, visibleLines } from '../text.ts';
import { marksOf } from './console-matrix.ts';
import type { ConformanceReport, SkippedGroup, ViolationResult, WaiverResult } from './report.ts';
import { isWaived, judged } from './totals.ts';
import { waiverName, waiverText } from './waiver-text.ts';

const longestCurl = 4000;

/** The report as Markdown of at most `bytes` bytes: verdict and matrix always, then as many violations as fit. */
export const renderMarkdown = (report: ConformanceReport, bytes: number): string => {
  const head = [
    heading(report),
    ...report.target.apiVersions.map((version) => matrix(report, version)),
    section('Waivers', report.waived.map(waiverLine), bytes / 8),
    section('Skipped', report.skipped.map(skippedLine), bytes / 8),
  ]
    .filter((part) => part !== '')
    .join('\n\n');
  const blocks = report.violations.map(violationBlock);
  const shown = prefixWithin(blocks, bytes - Buffer.byteLength(`${head}\n\n${more(blocks.length)}\n`));
  const rest = blocks.length - shown.length;

  return `${[head, ...shown, ...(rest > 0 ? [more(rest)] : [])].join('\n\n')}\n`;
};

const heading = (report: ConformanceReport): string => {
  const { verdict, target, tests, totals, run, leftovers, exitCode, reasons } = report;

  return [
    `## ${verdict}: ${judged(totals.cells)} of ${totals.cells.total} cells judged on ${code(target.kind === 'mock' ? 'the mock' : target.host)}`,
    ...(reasons.length === 0 ? [] : [`Not complete: ${code(reasons.join('; '))}`]),
    [
      '| specs | passed | failed | skipped | could not judge | waived | clauses kept | clauses broken | clauses waived | warnings | leftovers |',
      '|---|---|---|---|---|---|---|---|---|---|---|',
      `| ${[tests.planned, tests.passed, tests.failed, tests.skipped, tests.error, tests.waived, totals.clauses.passed, totals.clauses.failed, totals.clauses.waived, totals.warnings, leftovers.length].join(' | ')} |`,
    ].join('\n'),
    `Exit code ${exitCode}, run ${run.id}, ${inSeconds(run.seconds)}, API ${target.apiVersions.join(', ')}.`,
  ].join('\n\n');
};

const matrix = (
  { cells }: ConformanceReport,
  version: ConformanceReport['target']['apiVersions'][number],
): string =>
  [
    `| ${version} | success | 400 | 401 | 403 | 404 | 429 | 500 |`,
    '|---|---|---|---|---|---|---|---|',
    ...operationIds.map(
      (operation) => `| ${operation} | ${marksOf(cells, version, operation).join(' | ')} |`,
    ),
  ].join('\n');

/** As many of the first lines as fit, so that none of the sections takes the room of what is broken. */
const section = (title: string, lines: readonly string[], bytes: number): string => {
  if (lines.length === 0) return '';
  const shown = prefixWithin(lines, bytes);
  const rest = lines.length - shown.length;

  return `### ${title}\n\n${[...shown, ...(rest > 0 ? [`- ${more(rest)}`] : [])].join('\n')}`;
};

const waiverLine = (waiver: WaiverResult): string =>
  `- ${waiverOutcomes[waiver.outcome]}: ${code(waiverName(waiver))} ${code(waiverText(waiver))}`;

const waiverOutcomes = {
  waived: 'broken and waived',
  stale: 'stale, kept again: remove it',
  skipped: 'not wholly judged in this run',
} as const satisfies Record<WaiverResult['outcome'], string>;

const skippedLine = ({ reason, setting, cells, clauses, specs }: SkippedGroup): string =>
  `- ${counted(cells.length, 'cell')}, ${counted(clauses.length, 'clause')}, ${counted(specs.length, 'spec')}: ${code(reason)}${setting === undefined ? '' : `; ${code(setting)}`}`;

const violationBlock = (violation: ViolationResult): string => {
  const { clause, level, operation, status, statement, expected, seen, waiver, curl, rerun, count } =
    violation;
  const word = level === 'should' ? 'WARNING' : isWaived(violation) ? 'WAIVED' : 'BROKEN';

  return [
    `### ${word} ${clause} (${level}), ${operation} ${status ?? ''}`.trimEnd() +
      (count > 1 ? `, ${count} times` : ''),
    statement,
    fenced(
      [
        `expected  ${oneLine(expected, 1000)}`,
        `seen      ${oneLine(seen, 1000)}`,
        ...(waiver === undefined ? [] : [`waived    ${waiverText(waiver)}`]),
        ...(curl === undefined ? [] : [visibleLines(cut(curl, longestCurl))]),
        rerun,
      ].join('\n'),
    ),
  ].join('\n\n');
};
