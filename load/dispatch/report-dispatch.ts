import { accountLines, unbalanced } from '../../reports/load/accounting.ts';
import { certify } from '../../reports/load/certificate.ts';
import { latencyLines, type MeasuredPhase } from '../../reports/load/latency-lines.ts';
import type { ScenarioReport, SloLine } from '../../reports/load/load-report.ts';
import { type Phase, phases, summarise } from '../../reports/load/phases.ts';
import type { LoadSlo } from '../../reports/load/slo.ts';
import type { Database } from '../samples/database.ts';
import { answeredEvents, countAccounts, ended, readRates } from '../samples/dispatch-counts.ts';
import type { RatedStep } from '../support/dispatch-plan.ts';
import type { LegEnded } from './run-leg.ts';
import { eventsOf, secondsOf } from './steps.ts';
import type { Users } from './users.ts';

type Input = Readonly<{
  database: Database;
  slo: LoadSlo;
  /** Of each part that ran. */
  legs: readonly Readonly<{ steps: readonly RatedStep[]; ended: LegEnded }>[];
  users: Users;
  modes: readonly string[];
  fanOut: number;
  visible: boolean;
}>;

/** Latency of each phase in ms from the intended start, in the order of these. */
const latencySql: Readonly<Record<Phase, string>> = {
  accepted:
    'select accepted - intended from events where not warmup and status between 200 and 299 order by intended',
  delivered: delivery('delivered'),
  answered: delivery('answered'),
  completed: `select ended - intended from (select intended, warmup, mode, ${ended} as ended from deliveries)
    where not warmup and mode <> 'FIRE_AND_FORGET' and ended is not null order by intended`,
  visible: delivery('visible'),
};

function delivery(column: string): string {
  return `select ${column} - intended from deliveries where not warmup and ${column} is not null order by intended`;
}

/** What `dispatch-latency` came to, from the raw samples of all its parts. */
export const reportDispatch = async (input: Input): Promise<ScenarioReport> => {
  const { database, slo, legs, modes, fanOut, visible } = input;
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
    const latencies = await database.column(latencySql[phase]);
    measured[phase] = {
      summary: summarise(latencies),
      beyond: (ms) => latencies.reduce((count, latency) => count + (latency > ms ? 1 : 0), 0),
    };
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
  const generation = await readGeneration(input, accounting.invocations.intended);

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
    certificate: certify(
      { ...generation, emptyMeasures: emptyMeasures(accounting, measured, visible) },
      slo.certificate,
    ),
    findings: await failedThoughAnswered(database, limitMs),
    notJudged: unbalanced(accounting),
    notes: [
      'delivered and answered are the times of the subscriber, completed that of its callback or, in mode SYNC, of its answer',
      ...(visible ? [] : ['the statuses were not looked at (--no-visible)']),
    ],
    rates: await readRates(database),
  };
};

/** Statuses that say failed of what the subscriber answered, and completed, in its time. */
const failedThoughAnswered = async (database: Database, limitMs: number): Promise<readonly string[]> => {
  const [row] = await database.rows(`
    select count(*) filter (failed) as failed, count(*) as seen
    from (select *, ${ended} as ended from deliveries) where visible is not null and ended - intended <= ${limitMs}`);
  const failed = Number(row?.failed ?? 0);

  return failed === 0
    ? []
    : [`${failed} of ${Number(row?.seen ?? 0)} statuses say failed, though the subscriber answered in time`];
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

const readDeadline = async (database: Database, limitMs: number) => {
  const [row] = await database.rows(`
    select count(*) filter (ended is null or ended - intended > ${limitMs}) as missed,
      max(ended - intended) / ${limitMs} as worst
    from (select intended, ${ended} as ended from deliveries where not warmup)`);
  const shares = await database.rows(`
    select least(floor(20 * (ended - intended) / ${limitMs}), 20)::integer as part, count(*) as events
    from (select intended, ${ended} as ended from deliveries where not warmup) where ended is not null
    group by part order by part`);

  return {
    limitMs,
    missed: Number(row?.missed ?? 0),
    worstShare: typeof row?.worst === 'number' ? Math.round(row.worst * 1e4) / 1e4 : null,
    shares: shares.map(({ part, events }) => ({
      from: Number(part) / 20,
      to: (Number(part) + 1) / 20,
      events: Number(events),
    })),
  };
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

/** Events that were answered while the run was measured, those of the warm-up included. */
const answeredWithin = async (database: Database): Promise<number> => {
  const [row] = await database.rows(`
    select count(*) as n from (${answeredEvents}) join (
      select leg, min(startedAt) as fromMs, max(startedAt + seconds * 1000) as untilMs
      from steps where not warmup group by leg
    ) using (leg) where moment >= fromMs and moment < untilMs`);

  return Number(row?.n ?? 0);
};

const readGeneration = async ({ database, slo, legs, users }: Input, intended: number) => {
  const lateMs = slo.certificate.latenessP99Ms;
  const [row] = await database.rows(`
    select (select count(*) from events where not warmup) as sent,
      (select count(*) from drops where not warmup and moment - intended > ${lateMs}) as late,
      (select count(*) from drops where not warmup and moment - intended <= ${lateMs}) as waiting,
      (select quantile_cont(greatest(started - intended, 0), 0.99) from events where not warmup) as lateness`);
  const of = (name: string) => Number(row?.[name] ?? 0);

  return {
    intended,
    unmade: intended - of('sent') - of('late') - of('waiting'),
    lateDrops: of('late'),
    waitingDrops: of('waiting'),
    users,
    latenessP99Ms: typeof row?.lateness === 'number' ? row.lateness : undefined,
    cpuShare: Math.max(0, ...legs.map(({ ended: { k6 } }) => k6.cpuShare)),
    idleRunners: [],
    faults: legs.flatMap(({ ended: leg }) => [...faultsOf(leg), ...(of('sent') === 0 ? saidBy(leg) : [])]),
  };
};

/** Where nothing was started, what k6 said first is the reason: it ends with 0 although every event threw. */
const saidBy = ({ words }: LegEnded): readonly string[] => (words === undefined ? [] : [`k6 said: ${words}`]);

/** k6's exit codes that say nothing against a measurement: all went on, or a threshold was crossed. */
const harmless: readonly (number | null)[] = [0, 99];

const faultsOf = ({ k6: { code, cut }, words, stopped }: LegEnded): readonly string[] => {
  if (stopped !== undefined) return [stopped];
  if (cut === 'deadline') return ['k6 did not end in its time and was ended'];
  if (cut !== undefined || harmless.includes(code)) return [];

  return [`k6 ended with ${code ?? 'a signal'}${words === undefined ? '' : `: ${words}`}`];
};
