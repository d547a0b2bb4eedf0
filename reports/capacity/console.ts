import { dirname } from 'node:path';
import { visible } from '../text.ts';
import { drainText, roomText } from './facts.ts';
import { documentedRequestsPerSecond } from './quota.ts';
import type { CapacityReport } from './report.ts';
import { stepHeads, stepRow } from './step-rows.ts';
import { answerOf, capacityText } from './words.ts';

/** The report for a terminal: conditions, steps, capacity, what was not said, the verdict, one next step. */
export const renderCapacityConsole = (
  report: CapacityReport,
  { reportPath, next = nextOf(report, dirname(reportPath)) }: Readonly<{ reportPath: string; next?: string }>,
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
    labelled('Next', next),
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

/** One line where one demand was named, else a line for each. */
const capacityLines = (report: CapacityReport): readonly string[] => {
  const { capacity, knee, demands } = report;
  if (capacity === null) return [];
  const parts = [capacityText(capacity), ...(knee === null ? [] : [`knee ${capacityText(knee)}`])];
  const drain = drainText(report);
  const rooms = demands.map((room) =>
    room.demand.burst === undefined || drain === undefined
      ? roomText(room)
      : `${roomText(room)};  the burst is done after ${drain}`,
  );

  return rooms.length < 2
    ? [labelled('Capacity', [...parts, ...rooms.map((room) => `demand ${room}`)].join(';  '))]
    : [labelled('Capacity', parts.join(';  ')), ...rooms.map((room) => labelled('Demand', room))];
};

const nextOf = ({ verdict, exitCode, demand, api, steps }: CapacityReport, folder: string): string => {
  if (exitCode === 130) return `go on: the options of this run, and --resume ${folder}`;
  if (verdict === 'INVALID' && steps.some(({ certificate }) => certificate?.valid === false))
    return `give the generator a machine of its own, then go on: the options of this run, and --resume ${folder}`;
  if (verdict === 'INVALID') return 'mend what is named above, then drive the steps again';
  if (demand === null)
    return `name a demand: npx isc-triggers capacity --from ${folder} --events-per-day N --peak-factor N`;
  if (verdict === 'FAIL')
    return `pull one of the levers, measure again, then: npx isc-triggers report ${folder} --against DIR`;
  if (api === null && demand.rate > documentedRequestsPerSecond)
    return `if it calls the API back: npx isc-triggers capacity --from ${folder} --api-calls-per-event 1`;

  return `measure again after the next change, then: npx isc-triggers report ${folder} --against DIR`;
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
