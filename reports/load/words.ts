import { counted } from '../text.ts';
import { limitOf } from './limit.ts';
import type { Accounting, LoadReport } from './load-report.ts';
import { amount, cpuText } from './verdict.ts';

type Facts = readonly (readonly [name: string, text: string])[];

/** What became of every event, as sums that must come out. */
export const accountFacts = ({ invocations: i, deliveries: d, completions: c }: Accounting): Facts => [
  [
    'Invocations',
    `${i.intended} intended = ${i.dropped} dropped + ${i.sent} sent (${i.accepted} accepted, ${i.refused} refused, ${i.unanswered} unanswered)`,
  ],
  [
    'Deliveries',
    `${d.expected} expected = ${d.delivered} delivered + ${d.lost} lost; ${d.doubled} doubled, ${d.late} late`,
  ],
  ['Completions', `${c.expected} expected = ${c.completed} completed + ${c.missed} missed`],
];

/** How far the generator can be trusted, and what held the run. */
export const certificateFacts = (report: LoadReport): Facts => {
  const { certificate, conditions } = report;
  const limit = limitOf(report);
  const late = certificate.latenessP99Ms === null ? '' : `, lateness p99 ${certificate.latenessP99Ms} ms`;

  return [
    [
      'Certificate',
      `${certificate.valid ? 'valid' : 'not valid'}: rate error ${amount(certificate.rateError, 'share')}${late}, generator CPU ${cpuText(certificate.cpuShare)} (all of the machine ${cpuText(conditions.machineCpuShare)})`,
    ],
    ...(limit === undefined ? [] : [['Limit', limit] as const]),
  ];
};

/** The verdict in a sentence. */
export const summaryOf = ({ verdict, scenarios, accounting: { deliveries } }: LoadReport): string =>
  ({
    PASS: `${counted(scenarios.length, 'scenario')} within the limits; ${deliveries.lost} lost, ${deliveries.doubled} doubled.`,
    FAIL: 'A limit or a promise is broken.',
    INVALID: 'The measurement is not to be trusted.',
    INCOMPLETE: 'Not all that was planned was judged.',
  })[verdict];
