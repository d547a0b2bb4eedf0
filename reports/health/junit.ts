import { element, escaped } from '../render/xml.ts';
import type { DatedFinding, HealthReport } from './health-report.ts';
import { failsNight } from './report.ts';
import { countsText, sinceText, subjectText } from './told.ts';

/**
 * `junit.xml`: a case a finding. What counts for the exit code is a failure, what does not is a pass that says what was
 * seen, and a night that could not be judged is an error.
 */
export const renderHealthJunit = (report: HealthReport): string => {
  const { run, target, tool, verdict, findings, conditions } = report;
  const standing = findings.filter(({ state }) => state !== 'resolved');
  const failed = standing.filter((finding) => failsNight(finding, conditions));
  const cases = [
    element(
      'testcase',
      { name: 'the tenant could be judged', classname: 'health', time: run.seconds.toFixed(3) },
      [
        ...(verdict === 'INCOMPLETE'
          ? [element('error', { message: report.reasons.join('; '), type: 'incomplete' })]
          : []),
        element('system-out', {}, [escaped(countsText(report))]),
      ],
    ),
    ...standing.map((finding) => testcase(finding, { isFailure: failed.includes(finding), report })),
  ];
  const counts = {
    tests: cases.length,
    failures: failed.length,
    errors: verdict === 'INCOMPLETE' ? 1 : 0,
    skipped: 0,
    time: run.seconds.toFixed(3),
  };
  const suite = element(
    'testsuite',
    { name: `health ${target.host}`, ...counts, timestamp: run.started, hostname: target.host },
    cases,
  );

  return `<?xml version="1.0" encoding="UTF-8"?>\n${element('testsuites', { name: `${tool.name} health`, ...counts }, [suite])}\n`;
};

const testcase = (
  finding: DatedFinding,
  { isFailure, report }: Readonly<{ isFailure: boolean; report: HealthReport }>,
): string => {
  const { id, severity, subject, what, impact, advice, fingerprint } = finding;
  const details = escaped(
    [
      `${severity}: ${what}`,
      `impact: ${impact}`,
      `since: ${sinceText(finding, report)}`,
      `advice: ${advice}`,
      `fingerprint: ${fingerprint}`,
    ].join('\n'),
  );

  return element(
    'testcase',
    { name: `${id} ${subjectText(subject)}`, classname: `health.${subject.kind}`, time: '0.000' },
    [
      isFailure
        ? element('failure', { message: what, type: severity }, [details])
        : element('system-out', {}, [details]),
    ],
  );
};
