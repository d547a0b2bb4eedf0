import { visible } from '../text.ts';
import type { CapacityReport } from './report.ts';
import { stepHeads, stepRow } from './step-rows.ts';
import { answerOf, capacityText, headroomText, rateText } from './words.ts';

/** The report for a terminal: conditions, steps, capacity, what was not said, the verdict, one next step. */
export const renderCapacityConsole = (
  report: CapacityReport,
  { reportPath }: Readonly<{ reportPath: string }>,
): string => {
  const { verdict, exitCode, limit, notSaid, watch, levers } = report;
  const lines = [
    conditions(report),
    ...table([stepHeads, ...report.steps.map(stepRow)]),
    ...capacityLines(report),
    ...(limit === null ? [] : [labelled('Limit', `${limit.what}: ${limit.evidence}`)]),
    ...levers.map(({ lever, gives }) => labelled('Lever', `${lever}: ${gives}`)),
    ...notSaid.map((text) => labelled('Not said', text)),
    ...watch.map((text) => labelled('Watch', text)),
    labelled(verdict, `${answerOf(report)}  (exit ${exitCode})`),
    labelled('Report', reportPath),
    labelled('Next', nextOf(report)),
  ];

  return `${lines.join('\n')}\n`;
};

const labelled = (label: string, text: string): string => `${label.padEnd(8)}  ${visible(text)}`;

const conditions = ({ tool, slo, conditions: named, steps }: CapacityReport): string =>
  [
    `${tool.name} ${tool.version}`,
    'capacity',
    `steps of ${steps[0]?.seconds.toFixed(0) ?? 0} s after warm-up`,
    `SLO: p99 ${slo.p99Ms / 1000} s, missed ${slo.missedShare * 100} %, headroom ${slo.headroom}`,
    ...Object.entries(named).map(([name, value]) => `${name} ${visible(value)}`),
  ].join('  ');

const capacityLines = ({
  capacity,
  knee,
  demand,
  headroom,
  drainSeconds,
}: CapacityReport): readonly string[] => {
  if (capacity === null) return [];
  const parts = [
    capacityText(capacity),
    ...(knee === null ? [] : [`knee ${capacityText(knee)}`]),
    ...(demand === null ? [] : [`demand ${rateText(demand.rate)}/s: ${demand.source}`]),
    ...(headroom === null ? [] : [`headroom ${headroomText(headroom)}, required ${headroom.required}`]),
    ...(drainSeconds === null ? [] : [`the burst is done after ${drainSeconds.toFixed(0)} s`]),
  ];

  return [labelled('Capacity', parts.join(';  '))];
};

const nextOf = ({ verdict, demand, watch }: CapacityReport): string => {
  if (verdict === 'INVALID') return 'mend what is named above, then drive the steps again';
  if (demand === null)
    return 'name a demand: npx isc-triggers capacity --from results/latest --events-per-day N --peak-factor N';
  if (watch.length > 0)
    return 'if it calls the API back: npx isc-triggers capacity --from results/latest --api-calls-per-event 1';

  return verdict === 'FAIL'
    ? 'pull one of the levers, then measure again and compare: npx isc-triggers report DIR --against DIR'
    : 'measure again after the next change: npx isc-triggers report DIR --against DIR';
};

/** Columns to the right, but the last. */
const table = (rows: readonly (readonly string[])[]): readonly string[] => {
  const widths = stepHeads.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));

  return rows.map((row) =>
    row
      .map((cell, column) => (column === widths.length - 1 ? cell : cell.padStart(widths[column] ?? 0)))
      .join('  '),
  );
};
