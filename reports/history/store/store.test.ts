import {
  copyFileSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { ownFolder } from '../../own-folder.ts';
import { joiner, keptOf, measureOf, nightAt, nightOf } from '../testing/samples.ts';
import { writeNights } from '../testing/year.ts';
import { nightFile, nightFiles, removeOld, tenantFolder } from './night-files.ts';
import { readHistory } from './read-history.ts';
import { writeNight } from './write-night.ts';

const range = { before: Date.parse(nightAt(400)), days: 400 };

test('gives back what nights left, oldest first', async () => {
  using own = ownFolder();
  const item = { subject: { ...joiner, kind: 'subscription' as const }, facts: { filter: '$[?(@.a)]' } };
  const [first, second] = [
    nightOf(1, { findings: [keptOf(nightAt(1))], measures: [measureOf()], items: [item] }),
    nightOf(2, { verdict: 'FAIL', measures: [measureOf({ value: 0.5 })], items: [item, item] }),
  ];
  await writeNight(own.path, second);
  await writeNight(own.path, first);

  const history = await readHistory(own.path, range);

  const { findings: _, measures: __, items: ___, ...head } = first;
  expect(history.nights).toEqual([head, { ...head, taken: nightAt(2), run: 'run2', verdict: 'FAIL' }]);
  expect(history.findings).toEqual([{ ...keptOf(nightAt(1)), taken: nightAt(1) }]);
  expect(history.series).toEqual([
    {
      name: 'invocations.failed-share',
      subject: joiner,
      points: [
        { taken: nightAt(1), value: 0.01, samples: 400 },
        { taken: nightAt(2), value: 0.5, samples: 400 },
      ],
    },
  ]);
  expect(history.items).toEqual([item, item]);
  expect(history.unreadable).toEqual([]);
});

test('reads measures of as many days as are asked for, and no night from the future', async () => {
  using own = ownFolder();
  for (const day of [1, 2, 3]) await writeNight(own.path, nightOf(day, { measures: [measureOf()] }));

  const history = await readHistory(own.path, { before: Date.parse(nightAt(3)), days: 1 });

  expect(history.nights.map(({ run }) => run)).toEqual(['run1', 'run2']);
  expect(history.series.flatMap(({ points }) => points.map(({ taken }) => taken))).toEqual([nightAt(2)]);
});

test('a folder that is not there yet is a first night', async () => {
  using own = ownFolder();

  expect((await readHistory(join(own.path, 'none'), range)).nights).toEqual([]);
});

test('things come from the last night that was read whole', async () => {
  using own = ownFolder();
  const item = { subject: { ...joiner, kind: 'subscription' as const }, facts: {} };
  await writeNight(own.path, nightOf(1, { items: [item] }));
  await writeNight(own.path, nightOf(2, { whole: false, verdict: 'INCOMPLETE' }));

  expect((await readHistory(own.path, range)).items).toEqual([item]);
});

test('a damaged night costs itself alone, and is named', async () => {
  using own = ownFolder();
  for (const day of [1, 2, 3]) await writeNight(own.path, nightOf(day));
  const damaged = join(own.path, nightFile(nightOf(2)));
  truncateSync(damaged, 100);

  const history = await readHistory(own.path, range);

  expect(history.nights.map(({ run }) => run)).toEqual(['run1', 'run3']);
  expect(history.unreadable).toEqual([damaged]);
});

test('a night that is damaged in its middle costs itself alone, too', async () => {
  using own = ownFolder();
  const measures = Array.from({ length: 500 }, (_, place) => measureOf({ value: Math.sin(place) }));
  for (const day of [1, 2, 3]) await writeNight(own.path, nightOf(day, { measures }));
  const damaged = join(own.path, nightFile(nightOf(2)));
  const bytes = readFileSync(damaged);
  writeFileSync(damaged, bytes.fill(0xff, 4, bytes.length / 2));

  const history = await readHistory(own.path, range);

  expect(history.nights.map(({ run }) => run)).toEqual(['run1', 'run3']);
  expect(history.unreadable).toEqual([damaged]);
});

test('findings reach back to the last night that was read whole, however long ago', async () => {
  using own = ownFolder();
  const findings = [keptOf(nightAt(1))];
  for (const day of [1, 2]) await writeNight(own.path, nightOf(day, { findings }));
  for (const day of [3, 50])
    await writeNight(own.path, nightOf(day, { findings, whole: false, verdict: 'INCOMPLETE' }));

  const { nights, findings: read } = await readHistory(own.path, {
    before: Date.parse(nightAt(51)),
    days: 35,
  });

  expect(nights).toHaveLength(4);
  expect(read.map(({ taken }) => taken)).toEqual([2, 3, 50].map(nightAt));
});

test('what a killed run left unfinished is no night, and is removed a day later', async () => {
  using own = ownFolder();
  const path = await writeNight(own.path, nightOf(1));
  const [old, fresh] = [`${path}.17.part`, `${path}.18.part`];
  for (const part of [old, fresh]) copyFileSync(path, part);
  const now = Date.parse(nightAt(3));
  utimesSync(old, 0, now / 1000 - 2 * 86_400);
  utimesSync(fresh, 0, now / 1000);

  expect(nightFiles(own.path)).toEqual([path]);
  removeOld(own.path, { now, days: 400 });
  expect(readdirSync(own.path).sort()).toEqual([nightFile(nightOf(1)), `${nightFile(nightOf(1))}.18.part`]);
});

test('nights are kept by age, and what is no night is left alone', async () => {
  using own = ownFolder();
  for (const day of [1, 2]) await writeNight(own.path, nightOf(day));
  writeFileSync(join(own.path, 'notes.parquet'), 'of somebody else');

  removeOld(own.path, { now: Date.parse(nightAt(11)), days: 9 });

  expect(readdirSync(own.path).sort()).toEqual([nightFile(nightOf(2)), 'notes.parquet']);
});

test('a night that cannot be written says why, and leaves nothing', async () => {
  using own = ownFolder();
  writeFileSync(join(own.path, 'file'), '');
  await expect(writeNight(join(own.path, 'file'), nightOf(1))).rejects.toThrow(
    /could not be added to the history in .*file: .*Earlier nights are as they were/,
  );
  const taken = join(own.path, 'taken');
  mkdirSync(taken);
  mkdirSync(join(taken, `${nightFile(nightOf(1))}.${process.pid}.part`));
  await expect(writeNight(taken, nightOf(1))).rejects.toThrow('could not be added');

  expect(readdirSync(taken).filter((name) => name.endsWith('.parquet'))).toEqual([]);
});

test('two runs at the same time leave two nights', async () => {
  using own = ownFolder();
  await Promise.all([
    writeNight(own.path, nightOf(1, { run: 'one' })),
    writeNight(own.path, nightOf(1, { run: 'two' })),
  ]);

  expect((await readHistory(own.path, range)).nights.map(({ run }) => run).sort()).toEqual(['one', 'two']);
});

test('a tenant has a folder of its own, whatever is in its name', () => {
  expect(tenantFolder('h', 'Example.api.identitynow.com')).toBe(join('h', 'example.api.identitynow.com'));
  expect(tenantFolder('h', '[::1]:80/../x')).toBe(join('h', '_::1_:80_.._x'.replaceAll(':', '_')));
});

test('a year of nights is read in less than two seconds of a processor', async () => {
  test.setTimeout(180_000);
  using own = ownFolder();
  await writeNights(own.path, { subscriptions: 20, nights: 365, last: nightAt(365) });
  const began = process.cpuUsage();

  const { nights, series } = await readHistory(own.path, range);

  const { user, system } = process.cpuUsage(began);

  expect((user + system) / 1000).toBeLessThan(2000);
  expect(nights).toHaveLength(365);
  expect(series.map(({ points }) => points.length)).toEqual(Array.from({ length: 60 }, () => 365));
});
