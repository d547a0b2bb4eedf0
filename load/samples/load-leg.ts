import { existsSync, statSync } from 'node:fs';
import type { EventTarget, RatedStep } from '../support/dispatch-plan.ts';
import { type Database, literal } from './database.ts';

/** The raw files of one part of a run, and what it was told. */
export type LegFiles = Readonly<{
  leg: number;
  mark: string;
  steps: readonly RatedStep[];
  targets: readonly EventTarget[];
  /** Of the scenario: `step,n,scenarioStart,wall,start,end,status`. */
  rows: string;
  /** k6's own samples, times in ns. */
  metrics: string;
  /** Of the subscriber. */
  journal: string;
  /** Of the statuses: `event,subscriptionId,seenAt,failed`. */
  statuses: string;
}>;

/** Takes the files of a part into the tables, in place of what was read of it before. */
export const loadLeg = async (database: Database, files: LegFiles): Promise<void> => {
  await loadTicks(database, files);
  await database.run(eventsInsert(files));
  await database.run(deliveriesInsert(files));
};

/** Opens the files of a part, and puts every tick of its generator in its place. */
export const loadTicks = async (
  database: Database,
  files: Omit<LegFiles, 'targets' | 'mark'>,
): Promise<void> => {
  for (const table of ['events', 'deliveries', 'drops', 'steps'])
    await database.run(`delete from ${table} where leg = ${files.leg}`);
  await database.run(rowsView(files.rows));
  await database.run(dropsView(files.metrics));
  await database.run(journalView(files.journal));
  await database.run(statusesView(files.statuses));
  await database.run(stepsInsert(files));
  await database.run(ticksTable);
  await database.run(ticksView(files));
};

/** A file as a view; an empty one where there is no file, or nothing in it. */
const view = (
  name: string,
  file: string,
  columns: Readonly<Record<string, string>>,
  options = '',
): string => {
  const there = existsSync(file) && statSync(file).size > 0;
  const types = Object.entries(columns);

  return `create or replace view ${name} as ${
    there
      ? `select * from read_csv(${literal(file)}, header = false, auto_detect = false, delim = ',', quote = '"', escape = '"', null_padding = true, ignore_errors = true${options}, columns = {${types.map(([column, type]) => `'${column}': '${type}'`).join(', ')}})`
      : `select ${types.map(([column, type]) => `null::${type} as ${column}`).join(', ')} where false`
  }`;
};

const rowsView = (file: string): string =>
  view('k6_rows', file, {
    step: 'INTEGER',
    n: 'BIGINT',
    scenarioStart: 'DOUBLE',
    wall: 'DOUBLE',
    startRun: 'DOUBLE',
    endRun: 'DOUBLE',
    status: 'INTEGER',
    outcome: 'VARCHAR',
    body: 'VARCHAR',
  });

const journalView = (file: string): string =>
  view('journal', file, {
    kind: 'VARCHAR',
    number: 'BIGINT',
    moment: 'DOUBLE',
    path: 'VARCHAR',
    event: 'VARCHAR',
    invocation: 'VARCHAR',
    status: 'INTEGER',
  });

const statusesView = (file: string): string =>
  view('statuses', file, { event: 'VARCHAR', subscription: 'VARCHAR', seenAt: 'DOUBLE', failed: 'BOOLEAN' });

/** k6 names its columns in a first line, and may add some. */
const dropsView = (file: string): string =>
  existsSync(file) && statSync(file).size > 0
    ? `create or replace view k6_drops as
       select try_cast(substr(scenario, 5) as integer) as step, try_cast("timestamp" as double) / 1e6 as moment
       from read_csv(${literal(file)}, header = true, all_varchar = true, ignore_errors = true)
       where metric_name = 'dropped_iterations'`
    : 'create or replace view k6_drops as select null::integer as step, null::double as moment where false';

const stepsInsert = ({ leg, steps }: Pick<LegFiles, 'leg' | 'steps'>): string =>
  `insert into steps select s.leg, s.step, s.rateFrom, s.rateTo, s.seconds, s.warmup, r.startedAt
   from (values ${steps
     .map(
       ({ from, to, seconds, warmup }, step) =>
         `(${leg}, ${step}, ${from}::double, ${to}::double, ${seconds}::double, ${warmup})`,
     )
     .join(', ')}) s(leg, step, rateFrom, rateTo, seconds, warmup)
   left join (select step, min(scenarioStart) as startedAt from k6_rows group by step) r using (step)`;

/**
 * Every tick of the generator in its order: k6 numbers only those that found a virtual user, so the place of one is
 * its number and the drops before it. The monotonic clock of k6 is put on the wall clock's scale by the median of its
 * readings: the wall clock's are cut to whole ms, and a pause between the two makes single ones late.
 */
const ticksTable = `
create or replace temp table placed as
with shifts as (select median(wall - startRun) + 0.5 as shift from k6_rows where n % 16 = 0 or n < 1000),
made as (select step, n, startRun + shift as moment, endRun + shift as ended, status, outcome from k6_rows, shifts),
dropped as (select step, moment, row_number() over (partition by step order by moment) as nth from k6_drops)
select m.step, m.n, m.moment, m.ended, m.status, m.outcome, false as dropped, m.n + coalesce(d.nth, 0) as place
from made m asof left join dropped d on m.step = d.step and m.moment >= d.moment
union all
select d.step, null, d.moment, null, null, null, true, d.nth - 1 + coalesce(m.n + 1, 0)
from dropped d asof left join made m on m.step = d.step and d.moment >= m.moment`;

/**
 * The same with the time that each was meant for. A step begins up to 50 ms behind the time that k6 gives for it, once
 * its virtual users are ready: with the tick that was made most in time.
 */
const ticksView = ({ leg }: Pick<LegFiles, 'leg'>): string => `
create or replace temp view due as
select p.*, s.warmup, s.startedAt + 1000 * case when s.rateFrom = s.rateTo then place / s.rateTo
    else (sqrt(greatest(0, s.seconds * (s.rateFrom * s.rateFrom * s.seconds + 2 * (place + 1) * (s.rateTo - s.rateFrom))))
      - s.rateFrom * s.seconds) / (s.rateTo - s.rateFrom) end as due
from placed p join steps s on s.leg = ${leg} and s.step = p.step;
create or replace temp table delays as
select step, least(greatest(min(moment - due), 0), 50) as delay from due group by step;
create or replace temp view ticks as select d.*, d.due + delay as intended from due d join delays using (step)`;

const targetValues = (targets: readonly EventTarget[]): string =>
  targets
    .flatMap(({ mode, paths, subscriptionIds }, slot) =>
      paths.map(
        (path, index) =>
          `(${slot}, ${literal(mode)}, ${literal(path)}, ${literal(subscriptionIds[index] ?? '')})`,
      ),
    )
    .join(', ');

const eventsInsert = ({ leg, mark, targets }: LegFiles): string => `
insert into drops select ${leg}, step, warmup, moment, intended from ticks where dropped;
insert into events
select ${leg}, step, warmup, n, list_element([${targets.map(({ mode }) => literal(mode)).join(', ')}], (n % ${targets.length} + 1)::bigint),
  ${literal(mark)} || '-' || step || '-' || n, intended, moment, ended, status
from ticks where not dropped`;

const deliveriesInsert = ({ leg, targets }: LegFiles): string => `
insert into deliveries
with targets(slot, mode, path, subscription) as (values ${targetValues(targets)}),
arrivals as (
  select event, path, min(moment) as delivered, count(*) as copies, min(number) as number
  from journal where kind = 'arrived' group by event, path
),
answers as (select number, moment, status from journal where kind = 'answered'),
completions as (select number, moment, status from journal where kind = 'completed'),
seen as (select event, subscription, min(seenAt) as moment, bool_or(failed) as failed from statuses group by event, subscription)
select ${leg}, e.step, e.warmup, t.mode, e.event, t.path, e.intended,
  a.delivered, a.copies, w.moment, w.status, c.moment, c.status, s.moment, s.failed
from events e
join targets t on t.slot = e.n % ${targets.length}
left join arrivals a on a.event = e.event and a.path = t.path
left join answers w on w.number = a.number
left join completions c on c.number = a.number
left join seen s on s.event = e.event and s.subscription = t.subscription
where e.leg = ${leg} and e.status = 200`;
