import type { DeadlineUse } from '../../reports/load/load-report.ts';
import type { Phase } from '../../reports/load/phases.ts';
import type { Database } from './database.ts';
import { answeredEvents, ended } from './dispatch-counts.ts';

const delivery = (column: string): string =>
  `select ${column} - intended from deliveries where not warmup and ${column} is not null order by intended`;

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
    select count(*) as n from (${answeredEvents}) join (
      select leg, min(startedAt) as fromMs, max(startedAt + seconds * 1000) as untilMs
      from steps where not warmup group by leg
    ) using (leg) where moment >= fromMs and moment < untilMs`);

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

/** How the generator kept its schedule. `late` and `waiting` are drops, made behind `lateMs` and before. */
export const readSchedule = async (
  database: Database,
  lateMs: number,
): Promise<Readonly<{ sent: number; late: number; waiting: number; latenessP99Ms: number | undefined }>> => {
  const [row] = await database.rows(`
    select (select count(*) from events where not warmup) as sent,
      (select count(*) from drops where not warmup and moment - intended > ${lateMs}) as late,
      (select count(*) from drops where not warmup and moment - intended <= ${lateMs}) as waiting,
      (select quantile_cont(greatest(started - intended, 0), 0.99) from events where not warmup) as lateness`);

  return {
    sent: Number(row?.sent ?? 0),
    late: Number(row?.late ?? 0),
    waiting: Number(row?.waiting ?? 0),
    latenessP99Ms: typeof row?.lateness === 'number' ? row.lateness : undefined,
  };
};
