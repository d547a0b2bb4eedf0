import { painted } from '../conformance/paint.ts';
import { counted, oneLine } from '../text.ts';
import type { LoadReport, ScenarioReport } from './load-report.ts';
import { phases } from './phases.ts';
import { sloText } from './verdict.ts';
import { accountFacts, certificateFacts, summaryOf } from './words.ts';

type Head = Pick<LoadReport, 'tool' | 'target'> &
  Readonly<{
    run: Readonly<{ id: string }>;
    conditions: Readonly<{ workload: string; rate: number; k6: string; quota: string; cores: number }>;
    scenarios: readonly string[];
  }>;

/** What can be said before anything has run. */
export const loadHead = ({ tool, run, target, conditions, scenarios }: Head): readonly string[] => [
  [
    `${tool.name} ${tool.version}`,
    'load',
    `target: ${target.kind === 'mock' ? 'mock (a process beside)' : `${target.kind} ${target.host}`}`,
    ...(target.apiVersions.length > 0 ? [`API: ${target.apiVersions.join(', ')}`] : []),
    `run ${run.id}`,
  ].join('  '),
  `workload ${conditions.workload} at ${rate(conditions.rate)}; ${scenarios.join(', ')}; k6 ${conditions.k6} on ${counted(conditions.cores, 'core')}; quota ${conditions.quota}`,
];

/** What there is to say once it has run. */
export const loadConsole = (
  report: LoadReport,
  { colour, reportPath }: Readonly<{ colour: boolean; reportPath: string }>,
): string => {
  const blocks = [
    ...report.scenarios.map(scenarioLines),
    ...(report.skipped.length === 0
      ? []
      : [report.skipped.map(({ name, reason }) => `skipped  ${name}: ${reason}`)]),
    accountLines(report),
    verdictLines(report, reportPath),
  ];
  const text = `\n${blocks.map((lines) => lines.join('\n')).join('\n\n')}\n`;

  return colour ? painted(text) : text;
};

const rate = (perSecond: number): string => `${Math.round(perSecond * 10) / 10}/s`;

const scenarioLines = (scenario: ScenarioReport): readonly string[] => [
  [
    scenario.name,
    ...(scenario.targetRate === null ? [] : [`target ${rate(scenario.targetRate)}`]),
    ...(scenario.achievedRate === null ? [] : [`achieved ${rate(scenario.achievedRate)}`]),
    `${Math.round(scenario.seconds)} s`,
    scenario.certificate.valid ? 'certificate valid' : 'certificate INVALID',
  ].join('  '),
  ...runnerLines(scenario),
  ...phaseTable(scenario),
  ...scenario.slo.filter(({ ok }) => !ok).map((line) => `  BROKEN  ${sloText(line)}`),
  ...scenario.findings.map((finding) => `  BROKEN  ${oneLine(finding)}`),
  ...scenario.certificate.reasons.map((reason) => `  INVALID  ${oneLine(reason)}`),
  ...scenario.notJudged.map((reason) => `  not judged  ${oneLine(reason)}`),
  ...scenario.notes.map((note) => `  note  ${note}`),
];

/** How even the share of each runner was: a line for all of them. */
const runnerLines = ({ runners = [] }: ScenarioReport): readonly string[] =>
  runners.length === 0
    ? []
    : [
        `  runners ${runners.map(({ runner, sent, certificate }) => `${runner}: ${sent} sent, p99 ${certificate.latenessP99Ms ?? '-'} ms late${certificate.valid ? '' : ', INVALID'}`).join('; ')}`,
      ];

const phaseTable = (scenario: ScenarioReport): readonly string[] => {
  const rows = phases.flatMap((phase) => {
    const summary = scenario.phases[phase];
    if (!summary || summary.count === 0) return [];
    const { count, p50, p95, p99, max, intervals } = summary;
    const low = intervals.p99?.low;
    const high = intervals.p99?.high;

    return [
      `  ${phase.padEnd(10)}${String(count).padStart(9)}${cell(p50)}${cell(p95)}${cell(p99)}${cell(max)}  ${p99 === null ? `p99: too few samples (${count})` : `p99 ${number(low)} to ${number(high)}`}`,
    ];
  });

  return rows.length === 0
    ? []
    : [
        `  ${'ms'.padEnd(10)}${['samples', 'p50', 'p95', 'p99', 'max'].map((name) => name.padStart(9)).join('')}  95 % interval`,
        ...rows,
      ];
};

const cell = (value: number | null): string => (value === null ? '-' : number(value)).padStart(9);

const number = (value: number | null | undefined): string =>
  value === null || value === undefined ? 'open' : value < 100 ? value.toFixed(1) : value.toFixed(0);

const accountLines = (report: LoadReport): readonly string[] =>
  [...accountFacts(report.accounting), ...certificateFacts(report)].map(
    ([name, text]) => `${name.padEnd(13)}${text}`,
  );

const verdictLines = (report: LoadReport, reportPath: string): readonly string[] => {
  const { verdict, exitCode, reasons } = report;
  const width = verdict === 'INCOMPLETE' ? 12 : 9;
  const line = (name: string, text: string) => `${name.padEnd(width)}${text}`;

  return [
    line(verdict, `${summaryOf(report)}  (exit ${exitCode})`),
    ...reasons.slice(0, 5).map((reason) => line('', oneLine(reason))),
    ...(reasons.length > 5 ? [line('', `and ${reasons.length - 5} more, see the report`)] : []),
    line('Report', reportPath),
    line('Next', nextStep(report)),
  ];
};

const nextStep = ({ verdict, target, exitCode }: LoadReport): string => {
  if (exitCode === 130) return 'npx isc-triggers load';
  if (verdict === 'INVALID') return 'lower --rate, or give the generator a machine of its own, and run again';
  if (verdict === 'FAIL') return 'look at the phase that is slow or loses events, then run again';
  if (target.kind === 'mock')
    return 'your own subscriber: npx isc-triggers load --scenario subscriber --url http://127.0.0.1:8080/hook';

  return target.kind === 'subscriber'
    ? 'how much it carries: npx isc-triggers capacity --scenario subscriber --url ...'
    : 'how much it carries: npx isc-triggers capacity';
};
