import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { ownFolder } from '../../reports/own-folder.ts';
import { cutRows } from './cut-rows.ts';

const steps = [{ from: 10, to: 10, seconds: 60, warmup: false }];

/** A line of the scenario: an event that is due every 100 ms and takes 50 ms. */
const line = (n: number, status = 200): string => `0,${n},0,0,${n * 100},${n * 100 + 50},${status}\n`;

test('what k6 broke off is left out of all files, which are kept whole beside', () => {
  using own = ownFolder();
  const [one, other] = [join(own.path, 'one.csv'), join(own.path, 'other.csv')];
  writeFileSync(one, [0, 2, 4, 6].map((n) => line(n)).join(''));
  writeFileSync(other, line(1) + line(3) + line(7));

  const left = cutRows([one, other, join(own.path, 'none.csv')], steps);

  expect(left).toEqual([{ from: 10, to: 10, seconds: 0.5, warmup: false }]);
  expect(readFileSync(one, 'utf8')).toBe(line(0) + line(2) + line(4));
  expect(readFileSync(other, 'utf8')).toBe(line(1) + line(3));
  expect(readFileSync(`${other}.whole`, 'utf8')).toContain(line(7));
});

test('what was not answered just at the end was broken off; what was not before was not', () => {
  using own = ownFolder();
  const file = join(own.path, 'rows.csv');
  writeFileSync(file, Array.from({ length: 30 }, (_, n) => line(n, n === 5 || n === 25 ? 0 : 200)).join(''));

  const [left] = cutRows([file], steps);

  expect(left?.seconds).toBe(2.5);
  expect(readFileSync(file, 'utf8')).toContain(line(5, 0));
});
