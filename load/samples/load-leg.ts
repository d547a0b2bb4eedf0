import type { EventTarget } from '../support/dispatch-plan.ts';
import { type Database, literal } from './database.ts';
import { type Chunk, loadTicks, type TickFiles } from './load-ticks.ts';
import { readJournal, readStatuses } from './raw-views.ts';

/** The raw files of one part of a run, and what it was told. */
export type LegFiles = TickFiles &
  Readonly<{
    mark: string;
    targets: readonly EventTarget[];
    /** Of the subscriber. */
    journal: string;
    /** Of the statuses: `event,subscriptionId,seenAt,failed`. */
    statuses: string;
  }>;

/** Takes the files of a part into the tables, in place of what was read of it before. */
export const loadLeg = async (database: Database, files: LegFiles): Promise<void> => {
  const chunks = await loadTicks(database, files, async () => {
    await database.run(journalTable(files));
    await database.run(seenTable(files));
  });
  await database.run(
    `insert into drops select ${files.leg}, step, warmup, runner, moment, intended from ticks where dropped order by intended`,
  );
  for (const chunk of chunks) {
    await database.run(arrivalsTable(chunk));
    await database.run(chunkTables(files, chunk));
    await database.run(chunkInserts(files, chunk));
  }
};

/** The number of an event stands behind the mark of its part: `mark-step-n`. */
export const numbered = (event: string, mark: string): string =>
  `case when starts_with(${event}, ${literal(`${mark}-`)}) then substr(${event}, ${mark.length + 2}) end`;

const journalTable = ({ journal, mark }: LegFiles): string => `
create or replace table journal as
select kind, number, moment, path, status,
  try_cast(split_part(place, '-', 1) as integer) as step, try_cast(split_part(place, '-', 2) as bigint) as n
from (select *, ${numbered('event', mark)} as place from (${readJournal(journal)}))`;

const seenTable = ({ statuses, mark }: LegFiles): string => `
create or replace table seen as
select subscription, try_cast(split_part(place, '-', 1) as integer) as step,
  try_cast(split_part(place, '-', 2) as bigint) as n, min(seenAt) as moment, bool_or(failed) as failed
from (select *, ${numbered('event', mark)} as place from (${readStatuses(statuses)}))
where place is not null group by all`;

const targetValues = (targets: readonly EventTarget[]): string =>
  targets
    .flatMap(({ mode, paths, subscriptionIds }, slot) =>
      paths.map(
        (path, index) =>
          `(${slot}, ${literal(mode)}, ${literal(path)}, ${literal(subscriptionIds[index] ?? '')})`,
      ),
    )
    .join(', ');

const arrivalsTable = ({ step, from, until }: Chunk): string => `
create or replace temp table arrivals as
select n, path, min(moment) as delivered, count(*) as copies, min(number) as number
from journal where kind = 'arrived' and step = ${step} and n >= ${from} and n < ${until} group by n, path;
set variable first = (select min(number) from arrivals);
set variable last = (select max(number) from arrivals)`;

/** One row for each subscription that an accepted event went to. What became of a request stands by its number. */
const chunkTables = ({ targets }: LegFiles, { step, from, until }: Chunk): string => `
create or replace temp table started as
select * from ticks where step = ${step} and n >= ${from} and n < ${until};
create or replace temp table gone as
with targets(slot, mode, path, subscription) as (values ${targetValues(targets)}),
became as (select * from journal where number between getvariable('first') and getvariable('last'))
select t.warmup, t.n, g.mode, g.path, t.intended, a.delivered, a.copies,
  w.moment as answered, w.status as answerStatus, c.moment as completed, c.status as completionStatus,
  s.moment as visible, s.failed
from started t
join targets g on g.slot = t.n % ${targets.length}
left join arrivals a on a.n = t.n and a.path = g.path
left join (select number, moment, status from became where kind = 'answered') w on w.number = a.number
left join (select number, moment, status from became where kind = 'completed') c on c.number = a.number
left join seen s on s.step = ${step} and s.n = t.n and s.subscription = g.subscription
where t.status = 200`;

const chunkInserts = ({ leg, targets }: LegFiles, { step }: Chunk): string => `
insert into deliveries select ${leg}, ${step}, * from gone order by intended;
insert into events
select ${leg}, ${step}, t.warmup, t.runner, t.n,
  list_element([${targets.map(({ mode }) => literal(mode)).join(', ')}], (t.n % ${targets.length} + 1)::bigint),
  t.intended, t.moment, t.ended, t.status, d.answered
from started t left join (
  select n, max(answered) as answered from gone group by n having count(*) = count(answered)
) d using (n)
order by t.intended`;
