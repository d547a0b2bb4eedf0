import { expect, test } from '@playwright/test';
import { checkOf } from './testing/check-of.ts';
import { rightCode } from './testing/user-subscriber.ts';

test('the first call is told apart from the others', async () => {
  const { timing } = await checkOf(
    ({ pass }) =>
      (event) => {
        pass(event.number === 1 ? 3000 : 200);
        return rightCode(event);
      },
    { modes: ['SYNC'] },
  );

  expect(timing.firstMs).toBeGreaterThanOrEqual(3000);
  expect(timing.warm?.medianMs).toBeGreaterThanOrEqual(200);
  expect(timing.warm?.medianMs).toBeLessThan(3000);
});

test('a subscriber that asks for credentials which nobody gave cannot be judged', async () => {
  const { verdict, exitCode, reasons, events, findings } = await checkOf(() => () => ({ status: 401 }), {
    modes: ['SYNC', 'ASYNC'],
  });

  expect([verdict, exitCode, findings.length, events.length]).toEqual(['INCOMPLETE', 2, 0, 1]);
  expect(reasons).toEqual([expect.stringContaining('Export those of the subscription: ISC_CHECK_USER')]);
});

test('a subscriber that goes away is told with the event at which it went', async () => {
  const { findings, notTried, exitCode } = await checkOf(
    () => (event) => {
      if (event.number === 3) event.response.socket?.destroy();
      return event.number === 3 ? 'none' : rightCode(event);
    },
    { modes: ['SYNC'] },
  );

  expect(findings).toMatchObject([{ id: 'event.shape', events: ['SYNC: requestedFor as a list of one'] }]);
  expect([exitCode, notTried]).toEqual([1, []]);
});

test('own payloads take the place of the samples', async () => {
  const seen: unknown[] = [];
  const { verdict, findings } = await checkOf(
    () => (event) => {
      seen.push(event.json);
      return event.json.kind === 'b' ? { status: 500 } : rightCode(event);
    },
    {
      modes: ['SYNC'],
      payloads: [
        { name: 'a.json', input: { kind: 'a' } },
        { name: 'b.json', input: { kind: 'b' } },
      ],
    },
  );

  expect(seen.slice(0, 3)).toEqual([{ kind: 'a' }, { kind: 'a' }, { kind: 'b' }]);
  expect(findings).toMatchObject([{ id: 'event.own', events: ['SYNC: b.json'] }]);
  expect(verdict).toBe('FAIL');
});
