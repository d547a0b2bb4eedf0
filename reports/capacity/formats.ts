import { visible } from '../text.ts';
import type { CapacityReport } from './report.ts';
import { stepHeads, stepRow } from './step-rows.ts';
import { answerOf, capacityText, headroomText, rateText } from './words.ts';

/** `capacity.json`. What has no end or is not a number is null. */
export const renderCapacityJson = (report: CapacityReport): string => `${JSON.stringify(report, null, 2)}\n`;

const csvHeads = [
  'target_rate',
  'offered_rate',
  'achieved_rate',
  'samples',
  'p50_ms',
  'p95_ms',
  'p99_ms',
  'p99_low_ms',
  'p99_high_ms',
  'missed_share',
  'backlog_per_second',
  'outcome',
];

/** A row a step; what is not known is an empty cell. */
export const renderStepsCsv = ({ steps }: CapacityReport): string =>
  [
    csvHeads,
    ...steps.map(({ p50, p95, p99, ...step }) => [
      step.targetRate,
      step.offeredRate,
      step.achievedRate.value,
      step.samples,
      ...[p50, p95, p99].map((each) => (each.kind === 'known' ? each.value : '')),
      ...(p99.kind === 'known' ? [p99.low, p99.high] : ['', '']),
      step.missed.share,
      step.backlog.perSecond,
      step.outcome,
    ]),
  ]
    .map((row) => `${row.map((cell) => (cell === Number.POSITIVE_INFINITY ? '' : cell)).join(',')}\n`)
    .join('');

/** `capacity.md`, for a ticket. */
export const renderCapacityMarkdown = (report: CapacityReport): string => {
  const { verdict, capacity, knee, demand, headroom, limit, levers, notSaid, watch, run } = report;
  const facts = [
    ...(capacity === null ? [] : [`Capacity at the SLO: ${capacityText(capacity)}`]),
    ...(knee === null ? [] : [`Knee: ${capacityText(knee)}`]),
    ...(demand === null ? [] : [`Demand: ${rateText(demand.rate)}/s (${demand.source})`]),
    ...(headroom === null ? [] : [`Headroom: ${headroomText(headroom)}, required ${headroom.required}`]),
    ...(limit === null ? [] : [`Limit: ${limit.what}. ${limit.evidence}`]),
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
