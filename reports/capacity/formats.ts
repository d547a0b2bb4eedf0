import { visible } from '../text.ts';
import { factsOf } from './facts.ts';
import type { CapacityReport } from './report.ts';
import type { QuantileEstimate } from './statistics/quantile-interval.ts';
import { stepHeads, stepRow } from './step-rows.ts';
import type { JudgedStep } from './steps/step.ts';
import { answerOf } from './words.ts';

/** `capacity.json`. What has no end or is not a number is null. */
export const renderCapacityJson = (report: CapacityReport): string => `${JSON.stringify(report, null, 2)}\n`;

type Cell = string | number | boolean;

/** The columns of `steps.csv`. */
const csvColumns: Readonly<Record<string, (step: JudgedStep) => Cell>> = {
  target_rate: ({ targetRate }) => targetRate,
  offered_rate: ({ offeredRate }) => offeredRate,
  achieved_rate: ({ achievedRate }) => achievedRate.value,
  achieved_low: ({ achievedRate }) => achievedRate.low,
  achieved_high: ({ achievedRate }) => achievedRate.high,
  samples: ({ samples }) => samples,
  p50_ms: ({ p50 }) => of(p50, 'value'),
  p95_ms: ({ p95 }) => of(p95, 'value'),
  p95_low_ms: ({ p95 }) => of(p95, 'low'),
  p95_high_ms: ({ p95 }) => of(p95, 'high'),
  p99_ms: ({ p99 }) => of(p99, 'value'),
  p99_low_ms: ({ p99 }) => of(p99, 'low'),
  p99_high_ms: ({ p99 }) => of(p99, 'high'),
  missed_share: ({ missed }) => missed.share,
  backlog_per_second: ({ backlog }) => backlog.perSecond,
  under_way: ({ little }) => little.underWay,
  rate_x_time: ({ little }) => little.expected,
  certificate: ({ certificate }) => certificate?.valid ?? '',
  outcome: ({ outcome }) => outcome,
};

const of = (estimate: QuantileEstimate, end: 'value' | 'low' | 'high'): Cell =>
  estimate.kind === 'known' ? estimate[end] : '';

/** A row a step; what is not known, or has no end, is an empty cell. */
export const renderStepsCsv = ({ steps }: CapacityReport): string =>
  [Object.keys(csvColumns), ...steps.map((step) => Object.values(csvColumns).map((column) => column(step)))]
    .map((row) => `${row.map((cell) => (cell === Number.POSITIVE_INFINITY ? '' : cell)).join(',')}\n`)
    .join('');

/** `capacity.md`, for a ticket. */
export const renderCapacityMarkdown = (report: CapacityReport): string => {
  const { verdict, levers, notSaid, watch, run } = report;
  const facts = [
    ...factsOf(report).map(([name, text]) => `${name}: ${text}`),
    ...levers.map(({ lever, gives }) => `Lever, computed and not measured: ${lever}: ${gives}`),
    ...[...notSaid, ...watch].map((text) => `Note: ${text}`),
    ...Object.entries(report.conditions).map(([name, value]) => `Condition: ${name} ${value}`),
  ];

  return [
    `## ${verdict}: ${cell(answerOf(report))}`,
    facts.map((fact) => `- ${cell(fact)}`).join('\n'),
    [
      `| ${stepHeads.join(' | ')} |`,
      `|${stepHeads.map(() => '---|').join('')}`,
      ...report.steps.map((step) => `| ${stepRow(step).map(cell).join(' | ')} |`),
    ].join('\n'),
    `Run ${cell(run.id)}, ${run.started}.\n`,
  ].join('\n\n');
};

/** Nothing in it is markup. */
const cell = (text: string): string => visible(text).replace(/[\\`*_|<>[\]#]/g, '\\$&');
