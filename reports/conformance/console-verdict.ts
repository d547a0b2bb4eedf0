import type { ConformanceReport } from './report.ts';
import { verdictWords } from './verdict-words.ts';

const joints = { PASS: ', ', FAIL: ': ', INCOMPLETE: '; ' } as const;

/** The last lines: verdict and exit code, report, one next step. */
export const verdictLines = (report: ConformanceReport, reportPath: string): readonly string[] => {
  const { verdict, exitCode } = report;
  const { headline, details, note, next } = verdictWords(report);
  const width = verdict === 'INCOMPLETE' ? 12 : 8;
  const line = (name: string, text: string) => `${name.padEnd(width)}${text}`;

  return [
    line(verdict, `${headline}${joints[verdict]}${details}  (exit ${exitCode})`),
    ...(note === undefined ? [] : [line('', note)]),
    line('Report', reportPath),
    line('Next', next),
  ];
};
