import { sortedQuantile } from '../../reports/capacity/statistics/sample.ts';
import type { DeadlineUse } from '../../reports/load/load-report.ts';
import type { Phase } from '../../reports/load/phases.ts';
import type { Database } from './database.ts';
import { ended } from './dispatch-counts.ts';

const delivery = (column: string): string =>
  `select ${column} - intended from deliveries where not warmup and ${column} is not null`;

/** Latency of each phase in ms from the intended start; the tables are in the order of these. */
const latencySql: Readonly<Record<Phase, string>> = {
  accepted: 'select accepted - intended from events where not warmup and status between 200 and 299',
  delivered: delivery('delivered'),
  answered: delivery('answered'),
  completed: `select ended - intended from (select intended, warmup, mode, ${ended} as ended from deliveries)
    where not warmup and mode <> 'FIRE_AND_FORGET' and ended is not null`,
  visible: delivery('visible'),
};

/** The latencies of a phase that were measured. */
export const readLatencies = (database: Database, phase: Phase): Promise<Float64Array> =>
  database.column(latencySql[phase]);

/** How much of their deadline events used; what never came to its end missed it. */
export const readDeadline = async (database: Database, limitMs: number): Promise<DeadlineUse> => {
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

/** Events that were answered while the run was measured, those of the warm-up included. */
export const answeredWithin = async (database: Database): Promise<number> => {
  const [row] = await database.rows(`
    select count(*) as n from events join (
      select leg, min(startedAt) as fromMs, max(startedAt + seconds * 1000) as untilMs
      from steps where not warmup group by leg
    ) using (leg) where answered >= fromMs and answered < untilMs`);

  return Number(row?.n ?? 0);
};

/** Statuses that say failed of what the subscriber answered, and completed, in its time. */
export const failedThoughAnswered = async (
  database: Database,
  limitMs: number,
): Promise<readonly string[]> => {
  const [row] = await database.rows(`
    select count(*) filter (failed) as failed, count(*) as seen
    from (select *, ${ended} as ended from deliveries) where visible is not null and ended - intended <= ${limitMs}`);
  const failed = Number(row?.failed ?? 0);

  return failed === 0
    ? []
    : [`${failed} of ${Number(row?.seen ?? 0)} statuses say failed, though the subscriber answered in time`];
};

/** How generators kept their schedule. `late` and `waiting` are drops, made behind the limit of lateness and before. */
export type Schedule = Readonly<{
  sent: number;
  late: number;
  waiting: number;
  latenessP99Ms: number | undefined;
}>;

/** The schedule of all runners together, or of one of them, counted from 0. */
export const readSchedule = async (
  database: Database,
  lateMs: number,
  runner?: number,
): Promise<Schedule> => {
  const measured = `not warmup${runner === undefined ? '' : ` and runner = ${runner}`}`;
  const [row] = await database.rows(`
    select count(*) filter (moment - intended > ${lateMs}) as late,
      count(*) filter (moment - intended <= ${lateMs}) as waiting
    from drops where ${measured}`);
  const lateness = (
    await database.column(`select greatest(started - intended, 0) from events where ${measured}`)
  ).sort();

  return {
    sent: lateness.length,
    late: Number(row?.late ?? 0),
    waiting: Number(row?.waiting ?? 0),
    latenessP99Ms: lateness.length === 0 ? undefined : sortedQuantile(lateness, 0.99),
  };
};
