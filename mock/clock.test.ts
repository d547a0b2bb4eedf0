import { expect, test } from '@playwright/test';
import { systemClock, virtualClock } from './clock.ts';

test('a virtual clock stands still until it is advanced', async () => {
  const clock = virtualClock(1000);

  await clock.advance(250);

  expect(clock.now()).toBe(1250);
});

test('due timers run in the order of their times, each at its own time', async () => {
  const clock = virtualClock(0);
  const seen: string[] = [];
  clock.setTimer(30, () => void seen.push(`late ${clock.now()}`));
  clock.setTimer(10, () => void seen.push(`early ${clock.now()}`));
  clock.setTimer(10, () => void seen.push(`early, second ${clock.now()}`));
  clock.setTimer(41, () => void seen.push('not due'));

  await clock.advance(40);

  expect(seen).toEqual(['early 10', 'early, second 10', 'late 30']);
  expect(clock.now()).toBe(40);
});

test('a timer that a timer sets runs in the same advance where it falls due', async () => {
  const clock = virtualClock(0);
  const seen: number[] = [];
  clock.setTimer(10, () => void clock.setTimer(20, () => void seen.push(clock.now())));

  await clock.advance(20);

  expect(seen).toEqual([20]);
});

test('advance waits for what a timer started before the next timer runs', async () => {
  const clock = virtualClock(0);
  const seen: string[] = [];
  clock.setTimer(1, async () => {
    await Promise.resolve();
    seen.push('first');
  });
  clock.setTimer(2, () => void seen.push('second'));

  await clock.advance(5);

  expect(seen).toEqual(['first', 'second']);
});

test('two advances at once move the clock by both', async () => {
  const clock = virtualClock(0);

  await Promise.all([clock.advance(10), clock.advance(5)]);

  expect(clock.now()).toBe(15);
});

test('a timer that was called off does not run', async () => {
  const clock = virtualClock(0);
  let ran = false;
  const cancel = clock.setTimer(1, () => {
    ran = true;
  });

  cancel();
  await clock.advance(10);

  expect(ran).toBe(false);
});

test('a timer of the system clock runs', async () => {
  const clock = systemClock();

  await new Promise<void>((resolve) => clock.setTimer(clock.now(), resolve));
});

test('a timer of the system clock that is months away waits', async () => {
  const clock = systemClock();
  let ran = false;
  const cancel = clock.setTimer(clock.now() + 90 * 86_400_000, () => {
    ran = true;
  });

  await new Promise<void>((resolve) => clock.setTimer(clock.now() + 20, resolve));
  cancel();

  expect(ran).toBe(false);
});
