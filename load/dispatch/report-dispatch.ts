import { accountLines, unbalanced } from '../../reports/load/accounting.ts';
import { latencyLines, type MeasuredPhase, measurePhase } from '../../reports/load/latency-lines.ts';
import type { ScenarioReport, SloLine } from '../../reports/load/load-report.ts';
import { type Phase, phases } from '../../reports/load/phases.ts';
import type { LoadSlo } from '../../reports/load/slo.ts';
import { faultsOf } from '../k6/faults.ts';
import type { PartEnd } from '../k6/runner-end.ts';
import type { Database } from '../samples/database.ts';
import { countAccounts, readRates } from '../samples/dispatch-counts.ts';
import {
  answeredWithin,
  failedThoughAnswered,
  readDeadline,
  readLatencies,
  readSchedule,
} from '../samples/dispatch-readings.ts';
import type { RatedStep } from '../support/dispatch-plan.ts';
import { certifyRunners } from './certify-runners.ts';
import { eventsOf, secondsOf } from './steps.ts';
import type { Users } from './users.ts';

type Input = Readonly<{
  database: Database;
  slo: LoadSlo;
  /** Of each part that ran. */
  legs: readonly Readonly<{ steps: readonly RatedStep[]; ended: PartEnd; early?: string }>[];
  users: Users;
  /** How many runners the events were split over. */
  segments: number;
  modes: readonly string[];
  fanOut: number;
  visible: boolean;
}>;

/** What `dispatch-latency` came to, from the raw samples of all its parts. */
export const reportDispatch = async (input: Input): Promise<ScenarioReport> => {
  const { database, slo, legs, users, segments, modes, fanOut, visible } = input;
  const measuredSteps = legs.flatMap(({ steps }) => steps.filter(({ warmup }) => !warmup));
  const warmupSteps = legs.flatMap(({ steps }) => steps.filter(({ warmup }) => warmup));
  const limitMs = slo.deadline.limitMs;
  const intendedOf = (steps: readonly RatedStep[]) => steps.reduce((sum, step) => sum + eventsOf(step), 0);
  const accounting = await countAccounts(database, {
    warmup: false,
    intended: intendedOf(measuredSteps),
    limitMs,
  });
  const warmup = await countAccounts(database, { warmup: true, intended: intendedOf(warmupSteps), limitMs });
  const measured: Partial<Record<Phase, MeasuredPhase>> = {};
  for (const phase of phases) {
    measured[phase] = measurePhase(await readLatencies(database, phase), slo.latency[phase]);
  }
  const deadline = await readDeadline(database, limitMs);
  const seconds = secondsOf(measuredSteps);
  const targetRate = intendedOf(measuredSteps) / seconds;
  const achievedRate = (await answeredWithin(database)) / seconds;
  const slos: readonly SloLine[] = [
    ...latencyLines(measured, slo),
    ...accountLines(accounting, slo),
    ...deadlineLine(deadline.missed, accounting.deliveries.expected, slo),
    carriedLine({ targetRate, achievedRate, seconds }, slo),
  ];
  const schedule = await readSchedule(database, slo.certificate.latenessP99Ms);

  return {
    name: 'dispatch-latency',
    seconds,
    targetRate: rounded(targetRate),
    achievedRate: rounded(achievedRate),
    modes,
    fanOut,
    phases: Object.fromEntries(Object.entries(measured).map(([phase, { summary }]) => [phase, summary])),
    deadline,
    slo: slos,
    accounting,
    warmup,
    ...(await certifyRunners({
      database,
      limits: slo.certificate,
      steps: measuredSteps,
      ends: legs.map(({ ended }) => ended),
      users,
      segments,
      schedule,
      intended: accounting.invocations.intended,
      emptyMeasures: emptyMeasures(accounting, measured, visible),
      faults: legs.flatMap(({ ended }) => faultsOf(ended, schedule.sent)),
    })),
    findings: await failedThoughAnswered(database, limitMs),
    notJudged: unbalanced(accounting),
    notes: [
      'delivered and answered are the times of the subscriber, completed that of its callback or, in mode SYNC, of its answer',
      ...(visible ? [] : ['the statuses were not looked at (--no-visible)']),
      ...legs.flatMap(({ early }) => early ?? []),
    ],
    rates: await readRates(database),
  };
};

const rounded = (value: number): number => Math.round(value * 100) / 100;

/** A measure that had to be judged and has no sample. What was refused or lost is told as that. */
const emptyMeasures = (
  { invocations, deliveries }: NonNullable<ScenarioReport['accounting']>,
  measured: Readonly<Partial<Record<Phase, MeasuredPhase>>>,
  visible: boolean,
): readonly string[] => {
  if (invocations.sent === 0) return ['any phase'];

  return visible && deliveries.delivered > 0 && measured.visible?.summary.count === 0 ? ['visible'] : [];
};

const deadlineLine = (missed: number, expected: number, slo: LoadSlo): readonly SloLine[] =>
  expected === 0
    ? []
    : [
        {
          measure: 'deadlines missed',
          limit: slo.deadline.missed,
          unit: 'share',
          seen: missed / expected,
          ok: missed / expected <= slo.deadline.missed,
          note: `${missed} of ${expected}`,
        },
      ];

/** A constant rate has one event more or less at its edges. */
const carriedLine = (
  {
    targetRate,
    achievedRate,
    seconds,
  }: Readonly<{ targetRate: number; achievedRate: number; seconds: number }>,
  { carried }: LoadSlo,
): SloLine => ({
  measure: 'rate carried',
  limit: rounded(carried * targetRate),
  unit: 'per s',
  seen: rounded(achievedRate),
  ok: achievedRate >= carried * targetRate - 2 / seconds,
});
