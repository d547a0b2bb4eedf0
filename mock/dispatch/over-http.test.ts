import { expect, test } from '@playwright/test';
import { arrivedAt, becameOf } from '../../subscriber/journal.ts';
import { startSubscriber } from '../../subscriber/start-subscriber.ts';
import { virtualClock } from '../clock.ts';
import { seededRandom } from '../random.ts';
import type { SubscriptionRecord } from '../records.ts';
import { startMock } from '../server.ts';
import { createSender } from './sender.ts';
import { approval } from './test-line.ts';

const deadlineMs = 5000;

type Listed = readonly Readonly<Record<string, unknown>>[];

/** A tenant and a subscriber that goes by its clock, both listening. */
const opened = async (
  httpDispatchMode: 'SYNC' | 'ASYNC' | 'DYNAMIC',
  { origin }: { origin?: string } = {},
) => {
  const clock = virtualClock();
  const subscriber = await startSubscriber({ clock });
  const mock = await startMock({ clock, random: seededRandom('over http') });
  const { access_token } = await mock.tenant.tokens.issue(mock.tenant.clients.full, 365 * 86_400);
  const headers = { authorization: `Bearer ${access_token}`, 'content-type': 'application/json' };
  const subscription: SubscriptionRecord = {
    id: 's',
    name: 'n',
    triggerId: approval,
    triggerName: 'Access Request Submitted',
    type: 'HTTP',
    responseDeadline: 'PT1H',
    enabled: false,
    httpConfig: {
      url: `${origin ?? subscriber.url}/hook`,
      httpDispatchMode,
      httpAuthenticationType: 'NO_AUTH',
    },
  };
  mock.tenant.store.subscriptions.put(subscription);

  return {
    clock,
    subscriber,
    mock,
    start: async () => {
      const body = JSON.stringify({ triggerId: approval, contentJson: {} });
      const answer = await fetch(`${mock.url}/v2025/trigger-invocations/test`, {
        method: 'POST',
        headers,
        body,
      });
      const [invocation] = (await answer.json()) as Listed;

      return invocation;
    },
    arrived: () => subscriber.journal.waitFor(arrivedAt('/hook'), { deadlineMs }),
    status: async () => {
      const answer = await fetch(`${mock.url}/beta/trigger-invocations/status`, { headers });
      const [status] = (await answer.json()) as Listed;

      return status;
    },
    [Symbol.asyncDispose]: async () => {
      await Promise.all([mock.close(), subscriber.close()]);
    },
  };
};

test('an event reaches its subscriber, and callbackURL and secret complete it', async () => {
  await using line = await opened('ASYNC');
  line.subscriber.answer('/hook', { body: {}, completion: { output: { approved: true } } });

  const invocation = await line.start();
  const arrived = await line.arrived();
  const completed = await line.subscriber.journal.waitFor(becameOf(arrived, 'completed'), { deadlineMs });

  expect(arrived).toMatchObject({
    method: 'POST',
    credentials: { kind: 'none' },
    headers: { 'content-type': 'application/json' },
    metadata: {
      callbackURL: `${line.mock.url}/v2025/trigger-invocations/${invocation?.id}/complete`,
      secret: invocation?.secret,
    },
    invocationId: invocation?.id,
  });
  expect(completed).toMatchObject({ status: 204, error: undefined });
  expect(await line.status()).toMatchObject({ completeInvocationInput: { output: { approved: true } } });
  expect(line.subscriber.journal.arrivals()).toHaveLength(1);
});

for (const [afterMs, end] of [
  [9900, { localizedError: null, output: { approved: true } }],
  [10_100, { localizedError: { message: expect.stringContaining('10 seconds') }, output: null }],
] as const) {
  test(`an answer after ${afterMs} ms of virtual time is judged right, though the clock jumps over it`, async () => {
    await using line = await opened('SYNC');
    line.subscriber.answer('/hook', { body: { approved: true }, afterMs });
    await line.start();
    await line.arrived();

    await line.clock.advance(60_000);

    expect(await line.status()).toMatchObject({ completeInvocationInput: end });
  });
}

test('a subscriber that never answers sees the tenant hang up after 10 s', async () => {
  await using line = await opened('SYNC');
  line.subscriber.answer('/hook', 'never');
  await line.start();
  const arrived = await line.arrived();

  await line.clock.advance(10_000);

  const hungUp = await line.subscriber.journal.waitFor(becameOf(arrived, 'hung-up'), { deadlineMs });
  expect(hungUp.at - arrived.at).toBe(10_000);
});

test('an answer that is cut off fails the invocation', async () => {
  await using line = await opened('SYNC');
  line.subscriber.answer('/hook', { body: { approved: true }, cutOff: true });
  await line.start();
  const arrived = await line.arrived();
  await line.subscriber.journal.waitFor(becameOf(arrived, 'cut-off'), { deadlineMs });

  await expect.poll(line.status).toMatchObject({
    completeInvocationInput: { localizedError: { message: expect.stringContaining('closed') } },
  });
});

test('an embedded tenant sends to its own machine only, unless told otherwise', async () => {
  await using line = await opened('SYNC', { origin: 'https://example.com' });
  await line.start();

  await expect.poll(line.status).toMatchObject({
    completeInvocationInput: { localizedError: { message: expect.stringContaining('own machine') } },
  });
});

for (const [url, reason] of [
  ['http://127.0.0.1:9/', 'ECONNREFUSED'],
  ['no url', 'ERR_INVALID_URL'],
  ['ftp://127.0.0.1/', 'UND_ERR_INVALID_ARG'],
] as const) {
  test(`${url} cannot be reached: ${reason}`, async () => {
    const { send, close } = createSender('anywhere');
    const answer = await send(
      { method: 'POST', url, headers: { authorization: 'Bearer CANARY' }, body: '{}' },
      new AbortController().signal,
    );
    await close();

    expect(answer).toEqual({ kind: 'unreachable', reason: expect.stringContaining(reason) });
  });
}
