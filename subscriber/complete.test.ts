import { expect, test } from '@playwright/test';
import { httpEnvelope } from '../dispatch/envelope.ts';
import { sampleEvent } from '../dispatch/fixtures.ts';
import { virtualClock } from '../mock/clock.ts';
import { arrivedAt, becameOf } from './journal.ts';
import { startSubscriber } from './start-subscriber.ts';
import { post } from './test-support.ts';

const deadlineMs = 5000;
const start = Date.UTC(2026, 0, 1);

/** A subscriber, and a second one in the place of the tenant that is called back. */
const opened = async () => {
  const clock = virtualClock(start);
  const tenant = await startSubscriber({ clock, otherwise: { status: 204 } });
  const subscriber = await startSubscriber({ clock });
  const event = { ...sampleEvent, callbackURL: `${tenant.url}/trigger-invocations/v1/i%2F1/complete` };

  return {
    clock,
    tenant,
    subscriber,
    send: (path: string) =>
      post(`${subscriber.url}${path}`, { body: JSON.stringify(httpEnvelope('ASYNC', event)) }),
    [Symbol.asyncDispose]: async () => {
      await Promise.all([tenant.close(), subscriber.close()]);
    },
  };
};

test('an event is completed with its own secret and no token once it is answered', async () => {
  await using line = await opened();
  const { subscriber, tenant, send } = line;
  subscriber.answer('/a', { body: {}, completion: { output: { approved: true } } });

  await send('/a');

  const completion = await tenant.journal.waitFor(arrivedAt('/trigger-invocations/v1/i%2F1/complete'), {
    deadlineMs,
  });
  expect(completion).toMatchObject({
    method: 'POST',
    credentials: { kind: 'none' },
    json: { secret: 'a secret', output: { approved: true } },
    headers: { 'content-type': 'application/json' },
  });
  const arrived = await subscriber.journal.waitFor(arrivedAt('/a'), { deadlineMs });
  expect(arrived.invocationId).toBe('i/1');
  expect(await subscriber.journal.waitFor(becameOf(arrived, 'completed'), { deadlineMs })).toMatchObject({
    status: 204,
  });
  expect(subscriber.journal.entries().map(({ kind }) => kind)).toEqual(['arrived', 'answered', 'completed']);
});

test('a completion is held back by the clock behind the answer', async () => {
  await using line = await opened();
  const { subscriber, tenant, clock, send } = line;
  subscriber.answer('/a', { completion: { output: {}, afterMs: 60_000, error: 'no', secret: 'wrong' } });
  await send('/a');
  const arrived = await subscriber.journal.waitFor(arrivedAt('/a'), { deadlineMs });
  await subscriber.journal.waitFor(becameOf(arrived, 'answered'), { deadlineMs });

  await clock.advance(59_999);
  expect(tenant.journal.entries()).toEqual([]);
  await clock.advance(1);

  expect(tenant.journal.arrivals()).toMatchObject([{ json: { secret: 'wrong', output: {}, error: 'no' } }]);
  expect(subscriber.journal.entries().at(-1)).toMatchObject({ kind: 'completed', at: start + 60_000 });
});

test('an event can be completed by hand, as often as wanted', async () => {
  await using line = await opened();
  const { subscriber, tenant, send } = line;
  await send('/a');
  const arrived = await subscriber.journal.waitFor(arrivedAt('/a'), { deadlineMs });

  expect(await subscriber.complete(arrived, { output: {}, secret: 'wrong' })).toMatchObject({ status: 204 });
  expect(await subscriber.complete(arrived, { output: {} })).toMatchObject({ status: 204 });
  expect(tenant.journal.arrivals()).toHaveLength(2);
});

test('an event that names no callbackURL, or one that nobody listens to, comes to an error', async () => {
  await using line = await opened();
  const { subscriber, tenant, send } = line;
  await post(`${subscriber.url}/bare`);
  await send('/a');
  const bare = await subscriber.journal.waitFor(arrivedAt('/bare'), { deadlineMs });
  const arrived = await subscriber.journal.waitFor(arrivedAt('/a'), { deadlineMs });
  await tenant.close();

  expect(await subscriber.complete(bare, { output: {} })).toEqual({
    status: undefined,
    error: 'the event names no callbackURL and secret',
  });
  expect(await subscriber.complete(arrived, { output: {} })).toEqual({
    status: undefined,
    error: expect.stringContaining('ECONNREFUSED'),
  });
});
