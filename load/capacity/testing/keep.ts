import { mkdirSync } from 'node:fs';
import type { StepSamples } from '../../../reports/capacity/steps/step.ts';
import { validCertificate } from '../../../reports/capacity/testing/simulated-step.ts';
import { openDatabase } from '../../samples/database.ts';
import { dispatchTables } from '../../samples/dispatch-tables.ts';
import { keepStep } from '../kept-steps.ts';
import type { StepFacts } from '../step-facts.ts';
import { type Between, countsTable, samplesTable } from '../step-samples.ts';

/** Of a step of 10 events/s. */
export const facts: StepFacts = {
  targetRate: 10,
  certificate: validCertificate,
  conditions: { scenario: 'subscriber', mode: 'ASYNC' },
  limitMs: 500,
};

/** Six events, 100 ms apart from 1000 on: of the warm-up, ended, late, lost, refused by the quota, and dropped. */
const world = `
insert into steps values (0, 0, 10, 10, 0.1, true, 1000), (0, 1, 10, 10, 0.5, false, 1100);
insert into events values
  (0, 0, true, 0, 0, 'ASYNC', 1000, 1001, 1010, 200, null), (0, 1, false, 0, 1, 'ASYNC', 1100, 1101, 1110, 200, null),
  (0, 1, false, 0, 2, 'ASYNC', 1200, 1201, 1210, 200, null), (0, 1, false, 0, 3, 'ASYNC', 1300, 1301, 1310, 200, null),
  (0, 1, false, 0, 4, 'ASYNC', 1400, 1401, 1410, 429, null);
insert into drops values (0, 1, false, 0, 1500, 1500);
insert into deliveries values
  (0, 0, true, 0, 'ASYNC', '/', 1000, 1015, 1, 1025, 200, 1045, 204, null, null),
  (0, 1, false, 1, 'ASYNC', '/', 1100, 1115, 1, 1125, 200, 1145, 204, null, null),
  (0, 1, false, 2, 'ASYNC', '/', 1200, 1215, 1, 1225, 200, 1801, 204, null, null),
  (0, 1, false, 3, 'ASYNC', '/', 1300, null, 1, null, null, null, null, null, null)`;

/** Keeps such a step in the folder of a run. */
export const keep = async (
  run: string,
  between: Between = 'tenant',
  more: Partial<StepFacts> = {},
): Promise<void> => {
  mkdirSync(run, { recursive: true });
  using database = await openDatabase(run);
  await database.run(dispatchTables);
  await database.run(world);
  await database.run(samplesTable(between));
  await database.run(countsTable);
  await keepStep(database, { run, facts: { ...facts, ...more } });
};

/** Keeps a step that was simulated, as if it had been driven. */
export const keepSimulated = async (run: string, step: StepSamples): Promise<void> => {
  const { startsMs, latenciesMs, fromMs, untilMs, targetRate, certificate, conditions } = step;
  mkdirSync(run, { recursive: true });
  using database = await openDatabase(run);
  const list = (values: Float64Array): string => `unnest([${values.join(', ')}]::double[])`;
  await database.run(
    `create or replace table samples as select row_number() over () as n, *, null::double as accepted,
       null::double as delivered, took as answered, null::double as completed
     from (select ${list(startsMs)} as intended, ${list(latenciesMs)} as took)`,
  );
  await database.run(
    `create or replace table counts as select ${fromMs}::double as fromMs, ${untilMs}::double as untilMs, 0 as refusedByQuota, 0 as refused`,
  );
  await keepStep(database, {
    run,
    facts: { targetRate, ...(certificate && { certificate }), conditions, limitMs: 10_000 },
  });
};
