import { request } from 'node:http';
import { connect } from 'node:net';
import { expect, test } from '@playwright/test';
import { virtualClock } from '../mock/clock.ts';
import { arrivedAt, becameOf } from './journal.ts';
import { type Subscriber, startSubscriber } from './start-subscriber.ts';
import { post } from './test-support.ts';

const deadlineMs = 5000;
const start = Date.UTC(2026, 0, 1);

const opened = async () => {
  const clock = virtualClock(start);

  return { clock, subscriber: await startSubscriber({ clock }) };
};

const arrival = (subscriber: Subscriber, path: string) =>
  subscriber.journal.waitFor(arrivedAt(path), { deadlineMs });

test('what nobody told otherwise is answered 200 with an empty object', async () => {
  const { subscriber } = await opened();
  await using _ = subscriber;

  expect(await post(`${subscriber.url}/anything`)).toMatchObject({
    status: 200,
    body: '{}',
    headers: { 'content-type': 'application/json' },
  });
});

test('a request is recorded as it came, with the time of its arrival', async () => {
  const { clock, subscriber } = await opened();
  await using _ = subscriber;
  await clock.advance(250);

  await post(`${subscriber.url}/hook?a=1`, { headers: { 'X-Mark': 'm' }, body: '{"ü": 1}' });

  expect(await arrival(subscriber, '/hook')).toEqual({
    kind: 'arrived',
    number: 1,
    at: start + 250,
    method: 'POST',
    path: '/hook',
    query: '?a=1',
    headers: expect.objectContaining({ 'x-mark': 'm' }),
    credentials: { kind: 'none' },
    body: '{"ü": 1}',
    whole: true,
    json: { ü: 1 },
    metadata: undefined,
    invocationId: undefined,
  });
});

test('a request that names the whole address arrives at its path', async () => {
  const { subscriber } = await opened();
  await using _ = subscriber;
  subscriber.answer('/hook', { status: 202, body: {} });
  const { hostname, port, href } = new URL('/hook?a=1', subscriber.url);

  const status = await new Promise((resolve, reject) => {
    request({ hostname, port, method: 'POST', path: href }, (response) => {
      response.resume();
      resolve(response.statusCode);
    })
      .on('error', reject)
      .end('{}');
  });

  expect(status).toBe(202);
  expect(await arrival(subscriber, '/hook')).toMatchObject({ path: '/hook', query: '?a=1' });
});

test('status, headers and body are as told, a text as it is', async () => {
  const { subscriber } = await opened();
  await using _ = subscriber;
  subscriber.answer('/a', { status: 202, headers: { 'x-a': '1' }, body: { a: 1 } });
  subscriber.answer('/b', { status: 500, headers: { 'content-type': 'text/plain' }, body: 'no {' });
  subscriber.answer('/c', { status: 204 });

  expect(await post(`${subscriber.url}/a`)).toMatchObject({
    status: 202,
    body: '{"a":1}',
    headers: { 'x-a': '1' },
  });
  expect(await post(`${subscriber.url}/b`)).toMatchObject({
    status: 500,
    body: 'no {',
    headers: { 'content-type': 'text/plain' },
  });
  expect(await post(`${subscriber.url}/c`)).toMatchObject({ status: 204, body: '' });
});

test('a list of answers is given one after the other, and the last one stays', async () => {
  const { subscriber } = await opened();
  await using _ = subscriber;
  subscriber.answer('/a', [{ status: 503 }, { status: 200 }]);

  const statuses = [];
  for (let n = 0; n < 3; n += 1) statuses.push((await post(`${subscriber.url}/a`)).status);

  expect(statuses).toEqual([503, 200, 200]);
});

test('each request can be answered by what it says', async () => {
  const { subscriber } = await opened();
  await using _ = subscriber;
  subscriber.answer('/a', ({ json }) => ({ body: { got: json } }));

  expect((await post(`${subscriber.url}/a`, { body: '[1]' })).body).toBe('{"got":[1]}');
});

test('an answer is held back by the clock of the subscriber', async () => {
  const { clock, subscriber } = await opened();
  await using _ = subscriber;
  subscriber.answer('/slow', { afterMs: 9000, body: { late: true } });
  const heard = post(`${subscriber.url}/slow`);
  const arrived = await arrival(subscriber, '/slow');

  await clock.advance(8999);
  expect(subscriber.journal.entries()).toEqual([arrived]);
  await clock.advance(1);

  expect((await heard).body).toBe('{"late":true}');
  expect(subscriber.journal.entries()).toEqual([
    arrived,
    { kind: 'answered', number: 1, at: start + 9000, status: 200 },
  ]);
});

test('never sends no byte, and that the sender hung up is recorded', async () => {
  const { clock, subscriber } = await opened();
  await using _ = subscriber;
  subscriber.answer('/never', 'never');
  const abort = new AbortController();
  const heard = post(`${subscriber.url}/never`, { signal: abort.signal });
  const arrived = await arrival(subscriber, '/never');
  await clock.advance(10_000);

  abort.abort();

  await expect(heard).rejects.toThrow('aborted');
  const hungUp = await subscriber.journal.waitFor(becameOf(arrived, 'hung-up'), { deadlineMs });
  expect(hungUp.at).toBe(start + 10_000);
});

for (const body of [undefined, { some: 'thing' }]) {
  test(`an answer with ${JSON.stringify(body)} that is cut off breaks in the middle`, async () => {
    const { subscriber } = await opened();
    await using _ = subscriber;
    subscriber.answer('/cut', { body, cutOff: true });

    await expect(post(`${subscriber.url}/cut`)).rejects.toThrow('aborted');
    const arrived = await arrival(subscriber, '/cut');
    await subscriber.journal.waitFor(becameOf(arrived, 'cut-off'), { deadlineMs });
  });
}

test('a sender that breaks off in its body is recorded as far as it came', async () => {
  const { subscriber } = await opened();
  await using _ = subscriber;

  const head = 'POST /part HTTP/1.1\r\nHost: here\r\nContent-Length: 100\r\n\r\n';
  connect(Number(new URL(subscriber.url).port), '127.0.0.1').end(`${head}{"a"`);

  expect(await arrival(subscriber, '/part')).toMatchObject({ body: '{"a"', whole: false, json: undefined });
});

test('closing cuts what is still connected', async () => {
  const { subscriber } = await opened();
  subscriber.answer('/never', 'never');
  const heard = post(`${subscriber.url}/never`);
  heard.catch(() => undefined);
  await arrival(subscriber, '/never');

  await subscriber.close();

  await expect(heard).rejects.toThrow();
});

test('a port that is taken is told', async () => {
  const { clock, subscriber } = await opened();
  await using _ = subscriber;

  await expect(startSubscriber({ clock, port: Number(new URL(subscriber.url).port) })).rejects.toThrow(
    'EADDRINUSE',
  );
});
