import type { DispatchMode } from '../../dispatch/mode.ts';
import { type Database, literal } from './database.ts';
import { numbered } from './load-leg.ts';
import { type Chunk, loadTicks, type TickFiles } from './load-ticks.ts';
import { readJournal } from './raw-views.ts';

export type DispatchedFiles = TickFiles &
  Readonly<{
    mark: string;
    mode: DispatchMode;
    secret: string;
    /** Of the receiver of callbacks. */
    journal: string;
  }>;

/**
 * Takes what the suite itself dispatched into the tables: the answer came on the request's own connection, a
 * completion at the receiver of callbacks, and counts where it bears the invocation's secret.
 */
export const loadDispatched = async (database: Database, files: DispatchedFiles): Promise<void> => {
  const chunks = await loadTicks(database, files, async () => {
    await database.run(callbacksTable(files));
  });
  await database.run(
    `insert into drops select ${files.leg}, step, warmup, runner, moment, intended from ticks where dropped order by intended`,
  );
  for (const chunk of chunks) {
    await database.run(deliveriesOf(files, chunk));
    await database.run(eventsOf(files, chunk));
  }
};

const callbacksTable = ({ journal, mark, secret }: DispatchedFiles): string => `
create or replace table callbacks as
select try_cast(split_part(place, '-', 1) as integer) as step, try_cast(split_part(place, '-', 2) as bigint) as n,
  min(moment) as moment, count(*) as copies
from (
  select moment, ${numbered('called', mark)} as place
  from (select *, regexp_extract(path, '/([^/]+)/complete$', 1) as called from (${readJournal(journal)}))
  where kind = 'arrived' and event = ${literal(`${secret}-`)} || called
) where place is not null group by step, n`;

const inChunk = ({ step, from, until }: Chunk): string =>
  `t.step = ${step} and t.n >= ${from} and t.n < ${until}`;

const deliveriesOf = ({ leg, mode }: DispatchedFiles, chunk: Chunk): string => `
insert into deliveries
with sent as (
  select *, case when status > 0 then ended end as answered from ticks t where ${inChunk(chunk)}
)
select ${leg}, s.step, s.warmup, s.n, ${literal(mode)}, '/', s.intended,
  s.answered, coalesce(c.copies, 1), s.answered,
  case when s.outcome = 'failed' then case when s.status between 200 and 299 then 0 else s.status end else 200 end,
  case when s.outcome = 'completed' then s.answered when s.outcome = 'open' then c.moment end,
  case when s.outcome = 'completed' or c.moment is not null then 200 end, null, s.outcome = 'failed'
from sent s left join callbacks c on c.step = s.step and c.n = s.n
order by s.intended`;

const eventsOf = ({ leg, mode }: DispatchedFiles, chunk: Chunk): string => `
insert into events
select ${leg}, t.step, t.warmup, t.runner, t.n, ${literal(mode)}, t.intended, t.moment, t.ended, t.status,
  case when t.status > 0 then t.ended end
from ticks t where ${inChunk(chunk)} order by t.intended`;

/** Answers that were kept whole. */
export const keptAnswers = async (
  database: Database,
): Promise<readonly Readonly<{ body: string; count: number }>[]> =>
  (
    await database.rows(
      `select body, count(*) as count from made where outcome = 'completed' and body is not null group by body order by count desc limit 200`,
    )
  ).map(({ body, count }) => ({ body: String(body), count: Number(count) }));
