import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from '@playwright/test';
import { quantiles, summarise } from '../../reports/load/phases.ts';
import { ownFolder } from '../../reports/own-folder.ts';
import { openDatabase } from './database.ts';
import { readLatencies, readSchedule } from './dispatch-readings.ts';
import { dispatchTables } from './dispatch-tables.ts';
import { loadLeg } from './load-leg.ts';
import type { RunnerFiles } from './raw-views.ts';
import { repeatedEvents } from './repeated-events.ts';

const began = 1_800_000_000_000;
const heading = 'metric_name,timestamp,metric_value,scenario\n';

type Event = readonly [n: number, start: number, took: number];

/** What one runner wrote, whose clock began at a moment of its own. */
const runnerFiles = (
  folder: string,
  name: string,
  events: readonly Event[],
  drops: readonly number[] = [],
): RunnerFiles => {
  const files = { rows: join(folder, `${name}.rows.csv`), metrics: join(folder, `${name}.csv.gz`) };
  writeFileSync(
    files.rows,
    events
      .map(
        ([n, start, took]) => `0,${n},${began},${began + Math.floor(start)},${start},${start + took},200\n`,
      )
      .join(''),
  );
  const lines = drops.map((at) => `dropped_iterations,${began + at}000000,1,step0\n`);
  writeFileSync(files.metrics, gzipSync(heading + lines.join('')));

  return files;
};

const loaded = async (folder: string, segments: number, runners: readonly RunnerFiles[]) => {
  const database = await openDatabase(folder);
  await database.run(dispatchTables);
  await loadLeg(database, {
    leg: 0,
    mark: 'run-0',
    segments,
    fanOut: 1,
    runners,
    steps: [{ from: 100, to: 100, seconds: 30, warmup: false }],
    targets: [{ mode: 'FIRE_AND_FORGET', triggerId: 't', subscriptionIds: ['s'], paths: ['/a'] }],
    journal: join(folder, 'none'),
    statuses: join(folder, 'none'),
  });

  return database;
};

/** Events of a runner, one each 10 ms over all runners, with a latency that leaps about. */
const shareOf = (runner: number, segments: number, events = 3000): readonly Event[] =>
  Array.from({ length: events / segments }, (_, index) => {
    const n = index * segments + runner;

    return [n, n * 10 + 0.25, ((n * 7919) % 997) / 10 + 1];
  });

for (const segments of [2, 4])
  test(`quantiles of ${segments} runners are those of their pooled samples, exactly`, async () => {
    using own = ownFolder();
    const files = Array.from({ length: segments }, (_, runner) =>
      runnerFiles(own.path, `runner-${runner + 1}`, shareOf(runner, segments)),
    );
    const pooled: number[] = [];
    for (const each of files) {
      using alone = await loaded(own.path, segments, [each]);
      pooled.push(...(await readLatencies(alone, 'accepted')));
    }
    using merged = await loaded(own.path, segments, files);
    const latencies = await readLatencies(merged, 'accepted');

    expect(pooled).toHaveLength(3000);
    expect(latencies.toSorted()).toEqual(Float64Array.from(pooled).sort());
    const summary = summarise(latencies);
    for (const name of Object.keys(quantiles) as (keyof typeof quantiles)[])
      expect(summary[name]).toBe(summarise(Float64Array.from(pooled))[name]);
  });

test('samples of several runners stand in the order of their intended starts', async () => {
  using own = ownFolder();
  const files = [0, 1].map((runner) => runnerFiles(own.path, `r${runner}`, shareOf(runner, 2, 100)));
  using database = await loaded(own.path, 2, files);

  const numbers = (await database.rows('select n from events')).map(({ n }) => n);

  expect(numbers).toEqual(Array.from({ length: 100 }, (_, n) => n));
});

test('a start that one runner dropped moves that runner alone', async () => {
  using own = ownFolder();
  const even: readonly Event[] = [
    [0, 0.5, 5],
    [2, 60.5, 5],
    [4, 80.5, 5],
  ];
  const odd: readonly Event[] = [1, 3, 5, 7].map((n) => [n, n * 10 + 0.5, 5]);
  using database = await loaded(own.path, 2, [
    runnerFiles(own.path, 'r1', even, [20, 40]),
    runnerFiles(own.path, 'r2', odd),
  ]);

  expect(await database.rows('select distinct floor(started - intended) as late from events')).toEqual([
    { late: 0 },
  ]);
  expect(
    await database.rows('select runner, round(moment - intended) as late from drops order by moment'),
  ).toEqual([
    { runner: 0, late: 0 },
    { runner: 0, late: 0 },
  ]);
});

test('a runner that started later than the others is measured by its own start', async () => {
  using own = ownFolder();
  const late = runnerFiles(own.path, 'r2', shareOf(1, 2, 100));
  writeFileSync(
    late.rows,
    shareOf(1, 2, 100)
      .map(
        ([n, start, took]) =>
          `0,${n},${began + 700},${began + 700 + Math.floor(start)},${start},${start + took},200\n`,
      )
      .join(''),
  );
  using database = await loaded(own.path, 2, [runnerFiles(own.path, 'r1', shareOf(0, 2, 100)), late]);

  const schedule = await readSchedule(database, 10);

  expect(schedule.sent).toBe(100);
  expect(schedule.latenessP99Ms).toBeLessThan(1);
});

test('files of a runner that ran twice are noticed', async () => {
  using own = ownFolder();
  using database = await loaded(own.path, 2, [
    runnerFiles(own.path, 'a', shareOf(0, 2, 100)),
    runnerFiles(own.path, 'b', shareOf(1, 2, 100)),
    runnerFiles(own.path, 'c', shareOf(1, 2, 40)),
  ]);

  expect(await repeatedEvents(database)).toBe(20);
});
