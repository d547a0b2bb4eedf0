import type { DispatchMode } from '../../dispatch/mode.ts';
import { type Database, literal } from './database.ts';
import { type LegFiles, loadTicks } from './load-leg.ts';

export type DispatchedFiles = Omit<LegFiles, 'targets' | 'statuses'> &
  Readonly<{ mode: DispatchMode; secret: string }>;

/**
 * Takes what the suite itself dispatched into the tables: the answer came on the request's own connection, a
 * completion at the receiver of callbacks, and counts where it bears the invocation's secret.
 */
export const loadDispatched = async (database: Database, files: DispatchedFiles): Promise<void> => {
  const { leg, mark, mode, secret } = files;
  const event = `${literal(mark)} || '-' || step || '-' || n`;
  await loadTicks(database, { ...files, statuses: '' });
  await database.run(`
    insert into drops select ${leg}, step, warmup, moment, intended from ticks where dropped;
    insert into events select ${leg}, step, warmup, n, ${literal(mode)}, ${event}, intended, moment, ended, status
      from ticks where not dropped;
    insert into deliveries
    with callbacks as (
      select regexp_extract(path, '/([^/]+)/complete$', 1) as event, min(moment) as moment, count(*) as copies
      from journal where kind = 'arrived' and event = ${literal(secret)} || '-' || regexp_extract(path, '/([^/]+)/complete$', 1)
      group by 1
    ),
    sent as (select *, ${event} as event, case when status > 0 then ended end as answered from ticks where not dropped)
    select ${leg}, s.step, s.warmup, ${literal(mode)}, s.event, '/', s.intended,
      s.answered, coalesce(c.copies, 1), s.answered,
      case when s.outcome = 'failed' then case when s.status between 200 and 299 then 0 else s.status end else 200 end,
      case when s.outcome = 'completed' then s.answered when s.outcome = 'open' then c.moment end,
      case when s.outcome = 'completed' or c.moment is not null then 200 end, null, s.outcome = 'failed'
    from sent s left join callbacks c on c.event = s.event`);
};

/** Answers that were kept whole. */
export const keptAnswers = async (
  database: Database,
): Promise<readonly Readonly<{ body: string; count: number }>[]> =>
  (
    await database.rows(
      `select body, count(*) as count from k6_rows where outcome = 'completed' and body is not null group by body order by count desc limit 200`,
    )
  ).map(({ body, count }) => ({ body: String(body), count: Number(count) }));
