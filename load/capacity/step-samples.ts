import type { StepSamples } from '../../reports/capacity/steps/step.ts';
import type { Database } from '../samples/database.ts';
import { ended } from '../samples/dispatch-counts.ts';

/** Samples of a step and what they were refused by, without what the run knows of itself. */
export type MeasuredSamples = Pick<
  StepSamples,
  'fromMs' | 'untilMs' | 'startsMs' | 'latenciesMs' | 'missed' | 'phases' | 'refused'
>;

/** Whose times are told apart: the tenant is between, or the suite plays it. */
export type Between = 'tenant' | 'nobody';

/**
 * One row an event, in the order of the intended starts: when it was to start, its time to the end, and what each
 * phase took by itself, from the end of the one before. What was dropped, never answered or lost never ended. Of an
 * event with several subscribers the last counts. Refused events are counted apart.
 */
export const samplesTable = (between: Between): string => `
create or replace table samples as
with gone as (
  select leg, step, n, max(delivered) as delivered, max(answered) as answered, max(completed) as completed,
    case when count(*) = count(${ended}) then max(${ended}) end as ended,
    bool_or(mode in ('ASYNC', 'DYNAMIC')) as later
  from deliveries group by leg, step, n
),
events_ended as (
  select e.intended, e.accepted, g.* exclude (leg, step, n)
  from events e left join gone g using (leg, step, n) where e.status = 0 or e.status between 200 and 299
  union all
  select intended, null, null, null, null, null, null from drops
)
select row_number() over (order by intended) as n, intended, ended - intended as took, ${phaseColumns[between]}
from events_ended`;

const phaseColumns: Readonly<Record<Between, string>> = {
  tenant: `accepted - intended as accepted, greatest(0, delivered - accepted) as delivered,
  greatest(0, answered - greatest(delivered, accepted)) as answered,
  case when later then greatest(0, completed - answered) end as completed`,
  nobody: `null::double as accepted, null::double as delivered, answered - intended as answered,
  case when later then greatest(0, completed - answered) end as completed`,
};

export const countsTable = `
create or replace table counts as
select min(startedAt) filter (not warmup) as fromMs, max(startedAt + seconds * 1000) filter (not warmup) as untilMs,
  (select count(*) from events where not warmup and status = 429) as refusedByQuota,
  (select count(*) from events where not warmup and status <> 0 and status <> 429 and status not between 200 and 299) as refused
from steps`;

const phaseNames = ['accepted', 'delivered', 'answered', 'completed'] as const;

/** Reads the tables `samples` and `counts`. An event whose end took longer than `limitMs` missed its deadline. */
export const readSamples = async (database: Database, limitMs: number): Promise<MeasuredSamples> => {
  const column = (name: string) =>
    database.column(`select coalesce(${name}, 'infinity'::double) from samples order by n`);
  const [counts] = await database.rows('select * from counts');
  const latenciesMs = await column('took');
  const phases: Partial<Record<(typeof phaseNames)[number], Float64Array>> = {};
  for (const name of phaseNames) {
    const [{ known } = {}] = await database.rows(`select count(${name}) as known from samples`);
    if (Number(known) > 0) phases[name] = await column(name);
  }

  return {
    fromMs: Number(counts?.fromMs),
    untilMs: Number(counts?.untilMs),
    startsMs: await column('intended'),
    latenciesMs,
    missed: Uint8Array.from(latenciesMs, (ms) => (ms > limitMs ? 1 : 0)),
    phases,
    refused: { quota: Number(counts?.refusedByQuota), other: Number(counts?.refused) },
  };
};
