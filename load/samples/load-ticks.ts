import type { RatedStep } from '../support/dispatch-plan.ts';
import type { Database } from './database.ts';
import { extractDrops } from './extract-drops.ts';
import { type RunnerFiles, readDrops, readRows } from './raw-views.ts';

export type TickFiles = Readonly<{
  leg: number;
  steps: readonly RatedStep[];
  /** How many runners the events were split over: runner r of them makes those with n % segments = r. */
  segments: number;
  runners: readonly RunnerFiles[];
  /** Deliveries that an event makes at the most. */
  fanOut: number;
}>;

/** Events of one step, `from` to `until` of their numbers: so few that a join of them fits into memory. */
export type Chunk = Readonly<{ step: number; from: number; until: number }>;

const deliveriesInChunk = 100_000;

/**
 * Reads what the runners of a part wrote, puts every tick of their generators in its place and gives the chunks to
 * go on with. What else is to be read is read beside the search for drops. The table `ticks` has `runner, step, warmup, n, moment, ended, status, outcome, dropped, intended`.
 */
export const loadTicks = async (
  database: Database,
  { leg, steps, segments, runners, fanOut }: TickFiles,
  beside: () => Promise<void> = async () => undefined,
): Promise<readonly Chunk[]> => {
  const size = Math.ceil(deliveriesInChunk / fanOut);
  for (const table of ['events', 'deliveries', 'drops', 'repeated', 'steps'])
    await database.run(`delete from ${table} where leg = ${leg}`);
  const extracted = Promise.all(runners.map(({ metrics }) => extractDrops(metrics, `${metrics}.drops`)));
  await database.run(
    madeTable(
      runners.map(({ rows }) => rows),
      segments,
    ),
  );
  await database.run(repeatedInsert(leg));
  await database.run(startsTable);
  await database.run(stepsInsert(leg, steps));
  await beside();
  await extracted;
  await database.run(droppedTable(runners.map(({ metrics }) => `${metrics}.drops`)));
  await database.run(chunksTable(size));
  await database.run(placedTable);
  const chunks = (await database.rows('select distinct step, chunk from chunks order by step, chunk')).map(
    ({ step, chunk }) => ({
      step: Number(step),
      from: Number(chunk) * size,
      until: (Number(chunk) + 1) * size,
    }),
  );
  for (const chunk of chunks) await database.run(placedInsert(leg, segments, chunk));
  await database.run(ticksView);

  return chunks;
};

const madeTable = (files: readonly string[], segments: number): string => `
create or replace table made as
select file, (n % ${segments})::integer as runner, * exclude (file) from (${readRows(files)}) where n is not null`;

/** Each share of the numbers is one runner's and stands in one file: what is in a second one was not asked for. */
const repeatedInsert = (leg: number): string => `
insert into repeated select ${leg}, sum(events) - max(events) from (
  select runner, file, count(*) as events from made group by runner, file
) group by runner having count(*) > 1`;

/**
 * The monotonic clock of k6 is put on the wall clock's scale by the median of its readings: the wall clock's are cut
 * to whole ms, and a pause between the two makes single ones late.
 */
const startsTable = `
create or replace table starts as
select runner, step, shift, min(scenarioStart) as startedAt from made
join (select runner, median(wall - startRun) + 0.5 as shift from made where n % 16 = 0 or n < 1000 group by runner) using (runner)
group by runner, step, shift`;

const stepsInsert = (leg: number, steps: readonly RatedStep[]): string => `
insert into steps select s.leg, s.step, s.rateFrom, s.rateTo, s.seconds, s.warmup, r.startedAt
from (values ${steps
  .map(
    ({ from, to, seconds, warmup }, step) =>
      `(${leg}, ${step}, ${from}::double, ${to}::double, ${seconds}::double, ${warmup})`,
  )
  .join(', ')}) s(leg, step, rateFrom, rateTo, seconds, warmup)
left join (select step, min(startedAt) as startedAt from starts group by step) r using (step)`;

const droppedTable = (files: readonly string[]): string => `
create or replace table dropped as
select runner, step, moment, row_number() over (partition by runner, step order by moment) as nth
from (${readDrops(files)}) join (select file, any_value(runner) as runner from made group by file) using (file)`;

/** Where chunks begin in the time of each runner, and how much it had dropped before. */
const chunksTable = (size: number): string => `
create or replace table chunks as
with edges as (
  select runner, step, n // ${size} as chunk, min(startRun) + any_value(shift) as since
  from made join starts using (runner, step) group by runner, step, chunk
),
spans as (
  select runner, step, chunk,
    case when lag(since) over w is null then '-infinity'::double else since end as since,
    coalesce(lead(since) over w, 'infinity'::double) as until
  from edges window w as (partition by runner, step order by chunk)
)
select s.*, coalesce(d.nth, 0) as before
from spans s asof left join dropped d on s.runner = d.runner and s.step = d.step and s.since > d.moment`;

const placedTable = `
create or replace table placed (
  runner integer, step integer, warmup boolean, n bigint, moment double, ended double, status integer,
  outcome varchar, dropped boolean, due double
)`;

/**
 * Every tick of the generator in its order: k6 numbers only those that found a virtual user, so the place of one is
 * its number and the drops before it, each worth as many places as there are runners. With the place goes the time
 * that it was meant for.
 */
const placedInsert = (leg: number, segments: number, { step, from, until }: Chunk): string => `
insert into placed
with span as (select * from chunks where step = ${step} and chunk = ${from / (until - from)}),
m as (
  select m.runner, n, startRun + shift as moment, endRun + shift as ended, status, outcome, before
  from made m join starts s using (runner, step) join span using (runner)
  where m.step = ${step} and n >= ${from} and n < ${until}
),
d as (select d.* from dropped d join span using (runner) where d.step = ${step} and d.moment >= since and d.moment < span.until),
ticks as (
  select m.runner, m.n, m.moment, m.ended, m.status, m.outcome, false as dropped,
    m.n + ${segments} * coalesce(d.nth, before) as place
  from m asof left join d on m.runner = d.runner and m.moment >= d.moment
  union all
  select d.runner, null, d.moment, null, null, null, true,
    ${segments} * (d.nth - 1) + coalesce(m.n + ${segments}, d.runner)
  from d asof left join m on d.runner = m.runner and d.moment >= m.moment
)
select t.runner, ${step}, s.warmup, t.n, t.moment, t.ended, t.status, t.outcome, t.dropped,
  r.startedAt + 1000 * case when s.rateFrom = s.rateTo then place / s.rateTo
    else (sqrt(greatest(0, s.seconds * (s.rateFrom * s.rateFrom * s.seconds + 2 * (place + 1) * (s.rateTo - s.rateFrom))))
      - s.rateFrom * s.seconds) / (s.rateTo - s.rateFrom) end as due
from ticks t
join starts r on r.runner = t.runner and r.step = ${step}
join steps s on s.leg = ${leg} and s.step = ${step}
order by due`;

/** A step begins up to 50 ms behind the time that k6 gives for it, once its virtual users are ready: with the tick that was made most in time. */
const ticksView = `
create or replace table delays as
select runner, step, least(greatest(min(moment - due), 0), 50) as delay from placed group by runner, step;
create or replace view ticks as
select p.* exclude (due), due + delay as intended from placed p join delays using (runner, step)`;
