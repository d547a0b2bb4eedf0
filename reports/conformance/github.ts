import { oneLine, visibleLines } from '../text.ts';
import { renderMarkdown } from './markdown.ts';
import type { ConformanceReport, ViolationResult } from './report.ts';
import { isBroken, isWaived } from './totals.ts';
import { waiverName, waiverText } from './waiver-text.ts';

/** GitHub drops a job summary of more bytes as a whole. */
const summaryBytes = 1_048_576;

/** GitHub shows ten annotations of a level and step; more are dropped without a word. */
const annotationsAtMost = 10;

/** Workflow commands for GitHub Actions, one a line: the verdict, stale waivers, what is broken, waived, warned of. */
export const githubAnnotations = (report: ConformanceReport): readonly string[] => {
  const broken = report.violations.filter(isBroken);
  const waived = report.violations.filter(isWaived);
  const stale = report.waived.filter(({ outcome }) => outcome === 'stale');
  const warnings = report.violations.filter(({ level }) => level === 'should');
  const first = [
    ...(report.reasons.length === 0
      ? []
      : [command('error', report.verdict, report.reasons.map((reason) => oneLine(reason)).join('; '))]),
    ...stale.map((waiver) =>
      command('error', 'stale waiver', `${waiverName(waiver)} is kept again: remove its waiver`),
    ),
  ].slice(0, annotationsAtMost);

  return [
    ...first,
    ...broken.slice(0, annotationsAtMost - first.length).map((violation) => annotation('error', violation)),
    ...waived.slice(0, annotationsAtMost).map((violation) => annotation('notice', violation)),
    ...warnings.slice(0, annotationsAtMost).map((violation) => annotation('warning', violation)),
  ];
};

/** The workflow command for something that no report tells, for want of a run. */
export const githubError = (title: string, message: string): string => command('error', title, message);

/** The job summary, below GitHub's limit together with what the step has written already (`taken` bytes). */
export const githubSummary = (report: ConformanceReport, taken = 0): string =>
  renderMarkdown(report, summaryBytes - taken - 1);

type Level = 'error' | 'warning' | 'notice';

const annotation = (level: Level, violation: ViolationResult): string =>
  command(
    level,
    `${violation.clause} ${violation.operation} ${violation.status ?? ''}`.trimEnd(),
    `${violation.statement}\nexpected ${oneLine(violation.expected)}\nseen ${oneLine(violation.seen)}\n${violation.waiver === undefined ? '' : `waived ${waiverText(violation.waiver)}\n`}${violation.rerun}`,
  );

const command = (level: Level, title: string, message: string): string =>
  `::${level} title=${escaped(title).replaceAll(':', '%3A').replaceAll(',', '%2C')}::${escaped(message)}`;

const escaped = (text: string): string =>
  visibleLines(text).replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
