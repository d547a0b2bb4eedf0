import type { ScenarioReport } from '../../reports/load/load-report.ts';
import { reportDispatch } from '../dispatch/report-dispatch.ts';
import type { PartEnd } from '../k6/runner-end.ts';
import type { Database } from '../samples/database.ts';
import { repeatedEvents } from '../samples/repeated-events.ts';
import { asSubscriber } from '../subscriber/as-subscriber.ts';
import type { Part } from './part.ts';

export type CountedPart = Readonly<{ part: Part; end: PartEnd }>;

/** The report of one scenario, from the tables that its parts were taken into. Throws where there is no part. */
export const reportParts = async (
  database: Database,
  counted: readonly CountedPart[],
): Promise<ScenarioReport> => {
  const first = counted[0]?.part;
  if (first === undefined) throw new Error('There is no part to report.');
  const report = await reportDispatch({
    database,
    slo: first.slo,
    legs: counted.map(({ part: { steps, early }, end }) => ({
      steps,
      ended: end,
      ...(early !== undefined && { early }),
    })),
    users: first.users,
    segments: first.segments,
    ...(first.scenario === 'subscriber'
      ? { modes: [first.mode], fanOut: 1, visible: false }
      : { modes: modesOf(counted), fanOut: first.fanOut, visible: first.visible }),
  });
  const whole = await withRepeated(report, database);
  if (first.scenario === 'subscriber') return asSubscriber(whole, first, database);

  return first.left.length === 0
    ? whole
    : {
        ...whole,
        notes: [...whole.notes, `${first.left.join(', ')}: others hold the places, so not measured`],
      };
};

const modesOf = (counted: readonly CountedPart[]): readonly string[] => [
  ...new Set(
    counted.flatMap(({ part }) =>
      part.scenario === 'subscriber' ? [] : part.targets.map(({ mode }) => mode),
    ),
  ),
];

/** A number that was given twice makes every count by it wrong: two runners had the same share, or one ran twice. */
const withRepeated = async (report: ScenarioReport, database: Database): Promise<ScenarioReport> => {
  const repeated = await repeatedEvents(database);
  if (repeated === 0) return report;
  const reason = `${repeated} events came from more than one runner: files of another run, or of a runner that ran twice, are among these`;

  return {
    ...report,
    certificate: {
      ...report.certificate,
      valid: false,
      reasons: [...report.certificate.reasons, reason],
    },
  };
};
