import { painted } from '../conformance/paint.ts';
import { historyLines } from '../history/told.ts';
import { oneLine } from '../text.ts';
import type { Severity } from './finding.ts';
import type { DatedFinding, HealthReport } from './health-report.ts';
import {
  apiText,
  countsText,
  nextText,
  nightText,
  readText,
  sinceText,
  subjectText,
  type Told,
  togetherText,
  toldTogether,
} from './told.ts';

/** What can be said before anything was read. */
export const healthHead = ({ tool, target }: Pick<HealthReport, 'tool' | 'target'>): string =>
  [
    `${tool.name} ${tool.version}`,
    'health',
    `target: ${target.kind === 'mock' ? 'mock (busy, in this process)' : `tenant ${target.host}`}`,
    `API: ${target.apiVersions.join(', ')}`,
    'read-only',
  ].join('  ');

/** What there is to say once it was read. */
export const renderHealthConsole = (
  report: HealthReport,
  { colour, reportPath }: Readonly<{ colour: boolean; reportPath: string }>,
): string => {
  const standing = report.findings.filter(({ state }) => state !== 'resolved');
  const text = [
    `${readText(report)}, ${nightText(report)}`,
    '',
    ...toldTogether(standing).flatMap((alike) =>
      alike.length === 1 ? block(alike[0], report) : together(alike, report),
    ),
    ...report.findings.filter(({ state }) => state === 'resolved').map(resolvedLine),
    ...historyLines(report).map(([name, text]) => `${name.padEnd(8)}${text}`),
    `API     ${apiText(report)}`,
    ...verdictLines(report, reportPath),
    '',
  ].join('\n');

  return colour ? painted(text) : text;
};

const word = (severity: Severity): string => severity.toUpperCase().padEnd(7);

const block = (finding: DatedFinding, report: HealthReport): readonly string[] => [
  `${word(finding.severity)}  ${finding.id}  ${subjectText(finding.subject)}`,
  `  what    ${oneLine(finding.what, 600)}`,
  `  impact  ${finding.impact}`,
  `  since   ${sinceText(finding, report)}`,
  `  advice  ${oneLine(finding.advice, 600)}`,
];

const together = (alike: Told, report: HealthReport): readonly string[] => {
  const [{ severity, id, impact }] = alike;

  return [`${word(severity)}  ${id}  ${togetherText(alike, report)}`, `  impact  ${impact}`];
};

const resolvedLine = ({ id, subject, since }: DatedFinding): string =>
  `RESOLVED  ${id}  ${subjectText(subject)}, there since ${since.slice(0, 10)}`;

const verdictLines = (report: HealthReport, reportPath: string): readonly string[] => {
  const { verdict, reasons, exitCode } = report;
  const width = verdict === 'INCOMPLETE' ? 12 : 8;
  const line = (name: string, text: string) => `${name.padEnd(width)}${text}`;

  return [
    ...(verdict === 'INCOMPLETE'
      ? reasons.map((reason, index) => line(index === 0 ? verdict : '', oneLine(reason, 600)))
      : [line(verdict, countsText(report))]
    ).map((text, index, all) => (index === all.length - 1 ? `${text}  (exit ${exitCode})` : text)),
    line('Report', reportPath),
    line('Next', oneLine(nextText(report), 600)),
  ];
};
