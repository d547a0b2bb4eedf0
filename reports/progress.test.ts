import { expect, test } from '@playwright/test';
import { progress } from './progress.ts';

const watched = (terminal: boolean) => {
  const clock = { now: 0 };
  const written: string[] = [];
  const shown = progress({ terminal, write: (text) => written.push(text), now: () => clock.now });

  return { clock, written, shown };
};

test('rewrites one line on a terminal and takes it away at the end', () => {
  const { clock, written, shown } = watched(true);

  shown.begin(214);
  clock.now = 6200;
  shown.step();
  shown.end();

  expect(written).toEqual(['\rspecs 1 of 214  6.2 s\u001b[K', '\r\u001b[K']);
});

test('does not flicker on a terminal', () => {
  const { clock, written, shown } = watched(true);

  shown.begin(2);
  clock.now = 150;
  shown.step();
  clock.now = 160;
  shown.step();

  expect(written).toHaveLength(1);
});

test('writes a line at most every five seconds where there is no terminal', () => {
  const { clock, written, shown } = watched(false);

  shown.begin(30);
  for (let second = 1; second <= 11; second += 1) {
    clock.now = second * 1000;
    shown.step();
  }
  shown.end();

  expect(written).toEqual(['specs 5 of 30  5.0 s\n', 'specs 10 of 30  10.0 s\n']);
});

test('writes nothing for a run that is over at once', () => {
  const { written, shown } = watched(true);

  shown.begin(1);
  shown.step();
  shown.end();

  expect(written).toEqual([]);
});
