import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from '@playwright/test';
import { ownFolder } from '../../reports/own-folder.ts';
import { openDatabase } from './database.ts';
import { countAccounts } from './dispatch-counts.ts';
import { dispatchTables } from './dispatch-tables.ts';
import { type LegFiles, loadLeg } from './load-leg.ts';

const began = 1_800_000_000_000;

type World = Readonly<{
  folder: string;
  /** Numbers of the events, their start behind `began` and their end behind that, ms. */
  rows?: readonly (readonly [n: number, start: number, took: number, status?: number])[];
  drops?: readonly number[];
  journal?: readonly string[];
}>;

const filesOf = ({ folder, rows = [], drops = [], journal = [] }: World): LegFiles => {
  const runner = { rows: join(folder, 'k6.rows.csv'), metrics: join(folder, 'k6.csv.gz') };
  const files = {
    journal: join(folder, 'journal.csv'),
    statuses: join(folder, 'none.csv'),
  };
  writeFileSync(
    runner.rows,
    rows
      .map(
        ([n, start, took, status = 200]) =>
          `0,${n},${began},${began + Math.floor(start)},${start},${start + took},${status}\n`,
      )
      .join(''),
  );
  writeFileSync(
    runner.metrics,
    gzipSync(
      [
        'metric_name,timestamp,metric_value,scenario',
        ...drops.map((at) => `dropped_iterations,${began + at}000000,1,step0`),
        '',
      ].join('\n'),
    ),
  );
  writeFileSync(files.journal, journal.map((line) => `${line}\n`).join(''));

  return {
    leg: 0,
    segments: 1,
    fanOut: 2,
    runners: [runner],
    mark: 'run-0',
    steps: [{ from: 100, to: 100, seconds: 1, warmup: false }],
    targets: [
      { mode: 'FIRE_AND_FORGET', triggerId: 't', subscriptionIds: ['s1', 's2'], paths: ['/a', '/b'] },
    ],
    ...files,
  };
};

const loaded = async (world: World) => {
  const database = await openDatabase(world.folder);
  await database.run(dispatchTables);
  await loadLeg(database, filesOf(world));

  return database;
};

test('latency counts from the intended start, a freeze of the generator included', async () => {
  using own = ownFolder();
  using database = await loaded({
    folder: own.path,
    rows: [
      [0, 0.5, 5],
      [1, 10.5, 5],
      [2, 320.5, 5],
    ],
  });

  const [last] = await database.rows(
    'select started - intended as late, accepted - intended as latency from events where n = 2',
  );

  expect(Number(last?.late)).toBeCloseTo(300, 0);
  expect(Number(last?.latency)).toBeCloseTo(305, 0);
});

test('dropped ticks take no number, and make nothing behind them late', async () => {
  using own = ownFolder();
  using database = await loaded({
    folder: own.path,
    rows: [
      [0, 0.5, 5],
      [1, 10.5, 5],
      [2, 40.5, 5],
    ],
    drops: [20, 30],
  });

  expect(await database.rows('select n, floor(started - intended) as late from events order by n')).toEqual([
    { n: 0, late: 0 },
    { n: 1, late: 0 },
    { n: 2, late: 0 },
  ]);
  expect(await database.rows('select round(moment - intended) as late from drops')).toEqual([
    { late: 0 },
    { late: 0 },
  ]);
});

test('events are accounted for by their number and their subscriber, to the last one', async () => {
  using own = ownFolder();
  using database = await loaded({
    folder: own.path,
    rows: [
      [0, 0.5, 5],
      [1, 10.5, 5],
      [2, 20.5, 5, 429],
      [3, 30.5, 5, 0],
    ],
    journal: [
      `arrived,1,${began + 3},/a,run-0-0-0,,`,
      `answered,1,${began + 4},,,,200`,
      `arrived,2,${began + 3},/b,run-0-0-0,,`,
      `arrived,3,${began + 20},/b,run-0-0-0,,`,
      `arrived,4,${began + 13},/a,run-0-0-1,,`,
      `arrived,5,${began + 13},/a,"somebody, else's",,`,
    ],
  });

  const accounting = await countAccounts(database, { warmup: false, intended: 100, limitMs: 10_000 });

  expect(accounting.invocations).toEqual({
    intended: 100,
    dropped: 96,
    sent: 4,
    accepted: 2,
    refused: 1,
    unanswered: 1,
  });
  expect(accounting.deliveries).toEqual({ expected: 4, delivered: 3, lost: 1, doubled: 1, late: 0 });
});

test('times keep their microseconds (FC-059)', async () => {
  using own = ownFolder();
  using database = await loaded({
    folder: own.path,
    rows: [[0, 0.5, 5]],
    journal: [`arrived,1,${began + 3}.25,/a,run-0-0-0,,`, `arrived,2,${began + 23}.75,/b,run-0-0-0,,`],
  });

  const [row] = await database.rows('select max(delivered) - min(delivered) as apart from deliveries');

  expect(Number(row?.apart)).toBeCloseTo(20.5, 3);
});

test('no file is no sample, and no error', async () => {
  using own = ownFolder();
  using database = await openDatabase(own.path);
  await database.run(dispatchTables);
  const none = join(own.path, 'none');

  await loadLeg(database, {
    ...filesOf({ folder: own.path }),
    runners: [{ rows: none, metrics: none }],
    journal: none,
  });

  expect(await database.rows('select count(*) as n from events')).toEqual([{ n: 0 }]);
});
