import { expect, test } from '@playwright/test';
import { InterruptedError, listenToSignals, unlessInterrupted } from './signals.ts';

// The runner listens to SIGINT itself; SIGHUP is nobody's here.
const signal = 'SIGHUP';

test('the first signal asks, and what may be left where it stands is left', async () => {
  using signals = listenToSignals();

  expect(await unlessInterrupted(Promise.resolve(1), signals)).toBe(1);
  const waiting = unlessInterrupted(new Promise(() => {}), signals);
  process.emit(signal);

  await expect(waiting).rejects.toThrow(InterruptedError);
  expect(signals.first.aborted).toBe(true);
  await expect(unlessInterrupted(Promise.resolve(1), signals)).rejects.toThrow(InterruptedError);
});

test('a second one that follows at once is the echo of the first', () => {
  using signals = listenToSignals();
  let ended = 0;
  signals.atOnce(() => {
    ended += 1;
  });

  process.emit(signal);
  process.emit(signal);

  expect(ended).toBe(0);
});

test('nothing listens any more when the command is done', () => {
  const before = process.listenerCount(signal);
  const during = (() => {
    using _signals = listenToSignals();
    return process.listenerCount(signal);
  })();

  expect([during, process.listenerCount(signal)]).toEqual([before + 1, before]);
});
