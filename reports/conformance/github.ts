import { oneLine } from '../text.ts';
import { renderMarkdown } from './markdown.ts';
import type { ConformanceReport, ViolationResult } from './report.ts';

/** GitHub drops a job summary of more bytes as a whole. */
const summaryBytes = 1_048_576;

/** GitHub shows ten annotations of a level and step; more are dropped without a word. */
const annotationsAtMost = 10;

/** Workflow commands for GitHub Actions, one a line: what is broken, then what was warned of, then the verdict. */
export const githubAnnotations = (report: ConformanceReport): readonly string[] => {
  const broken = report.violations.filter(({ level }) => level === 'must');
  const warnings = report.violations.filter(({ level }) => level === 'should');
  const incomplete =
    report.reasons.length === 0 ? [] : [command('error', `${report.verdict}`, report.reasons.join('; '))];

  return [
    ...incomplete,
    ...broken
      .slice(0, annotationsAtMost - incomplete.length)
      .map((violation) => annotation('error', violation)),
    ...warnings.slice(0, annotationsAtMost).map((violation) => annotation('warning', violation)),
  ];
};

/** The job summary, below GitHub's limit together with what the step has written already (`taken` bytes). */
export const githubSummary = (report: ConformanceReport, taken = 0): string =>
  renderMarkdown(report, summaryBytes - taken - 1);

const annotation = (level: 'error' | 'warning', violation: ViolationResult): string =>
  command(
    level,
    `${violation.clause} ${violation.operation} ${violation.status ?? ''}`.trimEnd(),
    `${violation.statement}\nexpected ${oneLine(violation.expected)}\nseen ${oneLine(violation.seen)}\n${violation.rerun}`,
  );

const command = (level: 'error' | 'warning', title: string, message: string): string =>
  `::${level} title=${escaped(title).replaceAll(':', '%3A').replaceAll(',', '%2C')}::${escaped(message)}`;

const escaped = (text: string): string =>
  text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
