import { expect, test } from '@playwright/test';
import { approval, created, openTestLine } from './test-line.ts';

const hour = 3_600_000;

const opened = async (responseDeadline?: string) => {
  const line = await openTestLine();
  await line.subscribe({
    triggerId: approval,
    httpConfig: line.http('ASYNC'),
    ...(responseDeadline && { responseDeadline }),
  });
  const [invocation] = await line.start();
  await line.sent[0]?.answer(200, {});
  if (!invocation) throw new Error('nothing was started');

  return { ...line, invocation };
};

for (const [responseDeadline, ms] of [
  [undefined, hour],
  ['PT1H', hour],
  ['PT24H', 24 * hour],
  ['P1D', 24 * hour],
  ['PT2.5S', 2500],
] as const) {
  test(`with ${responseDeadline ?? 'no'} deadline an invocation fails after ${ms} ms, and not before`, async () => {
    const { clock, statuses } = await opened(responseDeadline);

    await clock.advance(ms - 1);
    expect(await statuses()).toMatchObject([{ completed: null }]);
    await clock.advance(1);

    expect(await statuses()).toMatchObject([
      {
        completed: new Date(Date.UTC(2026, 0, 1) + ms).toISOString(),
        completeInvocationInput: { localizedError: { message: expect.stringContaining('deadline') } },
      },
    ]);
  });
}

test('a deadline of an hour is judged in less than 50 ms', async () => {
  const { clock, statuses } = await opened('PT1H');
  const before = performance.now();

  await clock.advance(hour);

  expect(performance.now() - before).toBeLessThan(50);
  expect(await statuses()).toMatchObject([{ completed: '2026-01-01T01:00:00.000Z' }]);
});

test('what is completed in time stays so at the deadline', async () => {
  const { clock, statuses, complete, invocation } = await opened('PT1M');
  await clock.advance(59_999);
  expect(await complete(invocation)).toBe(204);

  await clock.advance(hour);

  expect(await statuses()).toMatchObject([
    { completed: '2026-01-01T00:00:59.999Z', completeInvocationInput: { localizedError: null } },
  ]);
});

test('a completion after the deadline is answered like a second one, and changes nothing', async () => {
  const { clock, statuses, complete, invocation } = await opened('PT1M');
  await clock.advance(60_000);
  const before = await statuses();

  expect(await complete(invocation)).toBe(204);
  expect(await complete(invocation, { secret: 'wrong' })).toBe(400);

  expect(await statuses()).toEqual(before);
});

test('a deadline that is shorter than the time to answer ends the wait', async () => {
  const { subscribe, http, start, sent, clock, statuses } = await openTestLine();
  await subscribe({ triggerId: approval, httpConfig: http('SYNC'), responseDeadline: 'PT3S' });
  await start();

  await clock.advance(3000);
  await sent[0]?.answer(200, { approved: true });

  expect(await statuses()).toMatchObject([
    {
      completed: '2026-01-01T00:00:03.000Z',
      completeInvocationInput: { localizedError: { message: expect.stringContaining('PT3S') } },
    },
  ]);
});

test('an event that awaits no response has no deadline', async () => {
  const { subscribe, start, sent, clock, statuses } = await openTestLine();
  await subscribe({ responseDeadline: 'PT3S' });
  await start({ triggerId: created });

  await clock.advance(5000);
  await sent[0]?.answer(200);

  expect(await statuses()).toMatchObject([{ completeInvocationInput: { localizedError: null } }]);
});

test('a hundred invocations with deadlines of their own end each at its own', async () => {
  const { subscribe, start, clock, statuses } = await openTestLine();
  for (let n = 1; n <= 40; n += 1) await subscribe({ triggerId: 'idn:source-created', type: 'INLINE' });
  await subscribe({ triggerId: approval, type: 'INLINE', responseDeadline: 'PT5S' });
  for (let n = 0; n < 100; n += 1) {
    await start();
    await clock.advance(10);
  }

  await clock.advance(5000);

  const ends = (await statuses()).map(
    ({ created: from, completed }) => Date.parse(String(completed)) - Date.parse(String(from)),
  );
  expect(ends).toEqual(Array(100).fill(5000));
});

test('at most 2000 invocations can be fetched, the latest ones', async () => {
  const { subscribe, tenant, send } = await openTestLine();
  await subscribe({ triggerId: approval, type: 'INLINE' });
  for (let n = 1; n <= 2001; n += 1) {
    tenant.store.invocations.put({
      id: String(n),
      triggerId: approval,
      subscriptionId: 's',
      subscriptionName: 'n',
      type: 'TEST',
      secret: 's',
      input: {},
      contentJson: {},
      created: tenant.clock.now() + n,
    });
  }

  const listed = await send('GET', '/beta/trigger-invocations/status?count=true&limit=1&sorters=created');

  expect(listed.headers['x-total-count']).toBe('2000');
  expect(listed.body).toMatchObject([{ id: '2' }]);
});
