import type { Accounting, RatePoint } from '../../reports/load/load-report.ts';
import type { Database } from './database.ts';

export const countAccounts = async (
  database: Database,
  { warmup, intended, limitMs }: Readonly<{ warmup: boolean; intended: number; limitMs: number }>,
): Promise<Accounting> => {
  const [events] = await database.rows(`
    select count(*) as sent,
      count(*) filter (status between 200 and 299) as accepted,
      count(*) filter (status <> 0 and status not between 200 and 299) as refused,
      count(*) filter (status = 0) as unanswered
    from events where warmup = ${warmup}`);
  const [drops] = await database.rows(`select count(*) as n from drops where warmup = ${warmup}`);
  const [deliveries] = await database.rows(`
    select count(*) as expected, count(delivered) as delivered,
      coalesce(sum(copies - 1), 0)::bigint as doubled,
      count(*) filter (delivered - intended > ${limitMs}) as late,
      count(*) filter (mode <> 'FIRE_AND_FORGET') as responses,
      count(*) filter (mode <> 'FIRE_AND_FORGET' and ${ended} - intended <= ${limitMs}) as completed
    from deliveries where warmup = ${warmup}`);
  const of = (row: Readonly<Record<string, unknown>> | undefined, name: string) => Number(row?.[name] ?? 0);
  const sent = of(events, 'sent');
  const all = Math.max(intended, sent + of(drops, 'n'));

  return {
    invocations: {
      intended: all,
      dropped: all - sent,
      sent,
      accepted: of(events, 'accepted'),
      refused: of(events, 'refused'),
      unanswered: of(events, 'unanswered'),
    },
    deliveries: {
      expected: of(deliveries, 'expected'),
      delivered: of(deliveries, 'delivered'),
      lost: of(deliveries, 'expected') - of(deliveries, 'delivered'),
      doubled: of(deliveries, 'doubled'),
      late: of(deliveries, 'late'),
    },
    completions: {
      expected: of(deliveries, 'responses'),
      completed: of(deliveries, 'completed'),
      missed: of(deliveries, 'responses') - of(deliveries, 'completed'),
    },
  };
};

/** When a delivery came to its end: a callback that was taken, or the answer that is the output. Null: it did not. */
export const ended = `case
  when mode in ('ASYNC', 'DYNAMIC') then case when completionStatus between 200 and 299 then completed end
  else case when answerStatus between 200 and 299 then answered end end`;

/** What was meant, started and answered in every second of the measured time, its parts one after the other. */
export const readRates = async (database: Database): Promise<readonly RatePoint[]> => {
  const rows = await database.rows(`
    with spans as (
      select leg, min(startedAt) as fromMs, max(startedAt + seconds * 1000) as untilMs
      from steps where not warmup and startedAt is not null group by leg
    ),
    placed as (
      select *, coalesce(sum(untilMs - fromMs) over (order by leg rows between unbounded preceding and 1 preceding), 0) as shift
      from spans
    ),
    marks as (
      select floor((intended - fromMs + shift) / 1000)::integer as second, 1 as target, 0 as started, 0 as answered
        from (select leg, intended from events where not warmup union all select leg, intended from drops where not warmup) join placed using (leg)
      union all
      select floor((started - fromMs + shift) / 1000)::integer, 0, 1, 0 from events join placed using (leg) where not warmup
      union all
      select floor((answered - fromMs + shift) / 1000)::integer, 0, 0, 1
        from events join placed using (leg) where answered between fromMs and untilMs
    )
    select second, sum(target) as target, sum(started) as started, sum(answered) as answered
    from marks where second >= 0 group by second order by second`);

  return rows.map(({ second, target, started, answered }) => ({
    second: Number(second),
    target: Number(target),
    started: Number(started),
    answered: Number(answered),
  }));
};
