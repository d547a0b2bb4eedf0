import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, watch } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@playwright/test';
import { ownFolder } from '../../own-folder.ts';
import { nightAt, nightOf } from '../testing/samples.ts';
import { nightFile } from './night-files.ts';
import { readHistory } from './read-history.ts';

const program = fileURLToPath(new URL('../testing/keep-writing.ts', import.meta.url));

const start = (
  shell: string,
  ...values: readonly string[]
): ChildProcess & Readonly<{ told: () => string }> => {
  let text = '';
  const child = spawn('sh', [
    '-c',
    `${shell} exec "$0" --import tsx "$@"`,
    process.execPath,
    program,
    ...values,
  ]);
  child.stdout.on('data', (chunk) => {
    text += chunk;
  });

  return Object.assign(child, { told: () => text });
};

/** Resolves when the next file is begun. */
const newFile = async (folder: string): Promise<void> => {
  const watcher = watch(folder);
  await once(watcher, 'change');
  watcher.close();
};

const range = { before: Date.parse(nightAt(10_000)), days: 10_000 };

test('runs that are killed while they write lose no earlier night, and leave nothing that is in the way', async () => {
  using own = ownFolder();
  const told: number[] = [];
  for (const strike of [0, 1, 2, 3]) {
    const writer = start('', own.path, String(strike * 1000));
    for (let lines = 0; lines < 2 + strike; lines += 1) await once(writer.stdout ?? writer, 'data');
    await newFile(own.path);
    writer.kill('SIGKILL');
    await once(writer, 'close');
    told.push(...writer.told().trim().split('\n').map(Number));
  }
  expect(readdirSync(own.path).some((name) => name.endsWith('.part'))).toBe(true);

  const { nights, series, unreadable } = await readHistory(own.path, range);

  const kept = new Set(nights.map(({ taken }) => taken));
  expect(told.length).toBeGreaterThanOrEqual(8);
  expect(told.filter((day) => !kept.has(nightAt(day)))).toEqual([]);
  expect(nights.length - told.length).toBeLessThanOrEqual(4);
  expect(series[0]?.points.length).toBe(nights.length * 4000);
  expect(unreadable).toEqual([]);
});

test('a disk that takes no more costs the night that it takes no more of, and says so', async () => {
  using own = ownFolder();
  const before = start('', own.path, '0', '2');
  await once(before, 'close');

  const full = start('ulimit -f 1;', own.path, '2');
  await once(full, 'close');

  expect(full.told()).toMatch(
    /^HistoryError: .*could not be added to the history.*Earlier nights are as they were/,
  );
  expect(readdirSync(own.path).sort()).toEqual([nightFile(nightOf(0)), nightFile(nightOf(1))]);
  expect((await readHistory(own.path, range)).nights).toHaveLength(2);
});

test('two that write at once keep what both wrote', async () => {
  using own = ownFolder();
  await Promise.all(['0', '5'].map((from) => once(start('', own.path, from, '5'), 'close')));

  expect((await readHistory(own.path, range)).nights).toHaveLength(10);
});
