import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from '@playwright/test';
import { ownFolder } from '../../reports/own-folder.ts';
import { extractDrops } from './extract-drops.ts';

const heading = 'metric_name,timestamp,metric_value,scenario';
const other = 'http_reqs,1800000000000000000,1.000000,step0';
const drop = (at: number): string => `dropped_iterations,${1_800_000_000_000 + at}000000,1.000000,step0`;

const extracted = async (bytes: Buffer): Promise<readonly string[]> => {
  using own = ownFolder();
  const [from, to] = [join(own.path, 'k6.csv.gz'), join(own.path, 'drops')];
  writeFileSync(from, bytes);
  await extractDrops(from, to);

  return readFileSync(to, 'utf8').split('\n').slice(0, -1);
};

const lines = (...all: readonly string[]): Buffer => gzipSync(`${all.join('\n')}\n`);

test('the heading and the drops are taken, from wherever they stand', async () => {
  const many = Array.from({ length: 20_000 }, (_, at) => [other, drop(at), other]).flat();

  expect(await extracted(lines(heading, ...many))).toEqual([
    heading,
    ...many.filter((line) => line.startsWith('dropped')),
  ]);
});

test('what is cut short is taken as far as it goes', async () => {
  const whole = lines(heading, drop(1), ...Array.from({ length: 5000 }, (_, at) => `${other}${at}`));
  const [first, second] = await extracted(whole.subarray(0, whole.length - 100));

  expect([first, second]).toEqual([heading, drop(1)]);
});

test('no file, and an empty one, hold none', async () => {
  expect(await extracted(Buffer.alloc(0))).toEqual([]);
});

for (const [format, time] of [
  ['whole seconds', '1800000000'],
  ['milliseconds', '1800000000123'],
  ['dates', '2027-01-15T08:00:00Z'],
] as const)
  test(`a file whose times are ${format} is refused, with what to do (FC-059)`, async () => {
    const file = lines(
      heading,
      `http_reqs,${time},1.000000,step0`,
      `dropped_iterations,${time},1.000000,step0`,
    );

    await expect(extracted(file)).rejects.toThrow(
      /k6\.csv\.gz has times like .*K6_CSV_TIME_FORMAT=unix_nano/,
    );
  });
