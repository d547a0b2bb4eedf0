import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { validCertificate } from '../../reports/capacity/testing/simulated-step.ts';
import { ownFolder } from '../../reports/own-folder.ts';
import { openDatabase } from '../samples/database.ts';
import { dispatchTables } from '../samples/dispatch-tables.ts';
import { copyKeptSteps, dropUncertified, keepStep, readKeptSteps, type StepFacts } from './kept-steps.ts';
import { type Between, countsTable, samplesTable } from './step-samples.ts';

const facts: StepFacts = {
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

const keep = async (
  run: string,
  between: Between = 'tenant',
  more: Partial<StepFacts> = {},
): Promise<void> => {
  using database = await openDatabase(run);
  await database.run(dispatchTables);
  await database.run(world);
  await database.run(samplesTable(between));
  await database.run(countsTable);
  await keepStep(database, { run, facts: { ...facts, ...more } });
};

test('a kept step comes back as it was measured', async () => {
  using own = ownFolder();
  await keep(own.path);
  const [step, ...more] = await readKeptSteps(own.path);

  expect(more).toEqual([]);
  expect(step).toMatchObject({
    targetRate: 10,
    fromMs: 1100,
    untilMs: 1600,
    refused: { quota: 1, other: 0 },
  });
  expect([...(step?.startsMs ?? [])]).toEqual([1000, 1100, 1200, 1300, 1500]);
  expect([...(step?.latenciesMs ?? [])]).toEqual([45, 45, 601, Infinity, Infinity]);
  expect([...(step?.missed ?? [])]).toEqual([0, 0, 1, 1, 1]);
});

test('each phase is what it took by itself', async () => {
  using own = ownFolder();
  await keep(own.path);
  const [{ phases } = {}] = await readKeptSteps(own.path);

  expect(
    Object.fromEntries(Object.entries(phases ?? {}).map(([name, values]) => [name, values?.[1]])),
  ).toEqual({
    accepted: 10,
    delivered: 5,
    answered: 10,
    completed: 20,
  });
});

test('with nobody between, all until the answer is the subscriber', async () => {
  using own = ownFolder();
  await keep(own.path, 'nobody');
  const [{ phases } = {}] = await readKeptSteps(own.path);

  expect(Object.keys(phases ?? {})).toEqual(['answered', 'completed']);
  expect(phases?.answered?.[1]).toBe(25);
});

test('a step that was not written to its end is none', async () => {
  using own = ownFolder();
  await keep(own.path);
  await keep(own.path);
  rmSync(join(own.path, 'steps/step-02.json'));

  expect(await readKeptSteps(own.path)).toHaveLength(1);
});

test('a step that cannot be read is named', async () => {
  using own = ownFolder();
  await keep(own.path);
  writeFileSync(join(own.path, 'steps/step-01-samples.parquet'), 'no parquet');

  await expect(readKeptSteps(own.path)).rejects.toThrow(/step-01 cannot be read: .*Remove its files/);
});

test('a run without steps is told in a sentence', async () => {
  using own = ownFolder();

  await expect(readKeptSteps(own.path)).rejects.toThrow(/holds no steps of a capacity run/);
});

test('steps whose generator fell behind are driven again, and no other', async () => {
  using own = ownFolder();
  await keep(own.path);
  await keep(own.path, 'tenant', { targetRate: 20, certificate: { ...validCertificate, valid: false } });
  dropUncertified(own.path);
  await keep(own.path, 'tenant', { targetRate: 30 });

  expect((await readKeptSteps(own.path)).map(({ targetRate }) => targetRate)).toEqual([10, 30]);
});

test('an analysis holds the steps that it stands on', async () => {
  using one = ownFolder();
  using other = ownFolder();
  await keep(one.path);
  copyKeptSteps(one.path, other.path);

  expect(await readKeptSteps(other.path)).toEqual(await readKeptSteps(one.path));
});
