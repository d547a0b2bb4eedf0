import { expect, test } from '@playwright/test';
import { ThrottledError } from './errors.ts';
import { createPacer, type PacerKey } from './pacer.ts';
import { connectPacer, servePacer } from './pacer-link.ts';
import { backOffMs, retryAfterMs } from './retry-after.ts';
import { json, serve, testClient, virtualClock } from './testing/tenant.ts';

const now = Date.UTC(2026, 0, 1, 12, 0, 0, 400);

const headers: readonly (readonly [string | undefined, number | undefined])[] = [
  ['2', 2000],
  [' 30 ', 30_000],
  ['0', 0],
  ['1.5', 1500],
  ['Thu, 01 Jan 2026 12:00:05 GMT', 5000],
  ['Thu, 01 Jan 2026 11:59:00 GMT', 0],
  [undefined, undefined],
  ['', undefined],
  ['soon', undefined],
  ['-5', undefined],
  ['NaN', undefined],
];

for (const [header, expected] of headers) {
  test(`reads Retry-After "${header}" as ${expected} ms`, () => {
    expect(retryAfterMs(header, now)).toBe(expected);
  });
}

test('backs off by itself for 1, 2, 4 and so on to 30 s', () => {
  expect([1, 2, 3, 4, 5, 6, 7].map(backOffMs)).toEqual([1000, 2000, 4000, 8000, 16_000, 30_000, 30_000]);
});

/** A tenant that answers 429 with each of the given Retry-After headers in turn, and 200 from then on. */
const refusing = (refusals: (string | undefined)[]) =>
  serve((_, response) => {
    if (refusals.length === 0) return json(response, 200, []);
    const header = refusals.shift();
    json(
      response,
      429,
      { message: ' Rate Limit Exceeded ' },
      header === undefined ? {} : { 'Retry-After': header },
    );
  });

test('waits as long as a 429 says and sends again, and tells of every 429 (FC-036)', async () => {
  await using server = await refusing(['2', '3']);
  const clock = virtualClock();
  const seen: number[] = [];
  const client = testClient(server, { clock, onExchange: ({ response }) => seen.push(response.status) });

  const exchange = await client.call('listTriggers', { version: 'beta' });

  expect(clock.slept).toEqual([2000, 3000]);
  expect(exchange).toMatchObject({ waitedOut: 2, response: { status: 200 } });
  expect(seen).toEqual([429, 429, 200]);
});

test('waits until a date, and backs off longer and longer without a usable header (FC-037)', async () => {
  await using server = await refusing(['Thu, 01 Jan 2026 00:00:05 GMT', undefined, 'garbage', '0']);
  const clock = virtualClock(Date.UTC(2026, 0, 1));

  await testClient(server, { clock }).call('listTriggers', { version: 'beta' });

  expect(clock.slept).toEqual([5000, 2000, 4000, 8000]);
});

test('gives up on a tenant that goes on refusing, without a storm', async () => {
  await using server = await refusing(Array.from({ length: 100 }, () => undefined));
  const client = testClient(server, { clock: virtualClock() });

  await expect(client.call('listTriggers', { version: 'beta' })).rejects.toThrow(ThrottledError);

  expect(server.seen.filter(({ url }) => url === '/beta/triggers')).toHaveLength(8);
});

test('does not wait for an hour', async () => {
  await using server = await refusing(['3600']);
  const clock = virtualClock();

  await expect(testClient(server, { clock }).call('listTriggers', { version: 'beta' })).rejects.toThrow(
    /3600 s more/,
  );

  expect(clock.slept).toEqual([]);
});

test('hands a 429 back to who asked for it', async () => {
  await using server = await refusing(['2']);

  const { response } = await testClient(server).call('listTriggers', { version: 'beta', patience: 'none' });

  expect(response).toMatchObject({ status: 429, headers: { 'retry-after': '2' } });
});

const key: PacerKey = { client: 'id-1', version: 'beta' };

test('keeps below a quota in a window and in a bucket, wherever they begin', async () => {
  const clock = virtualClock(0);
  const pacer = createPacer({ quota: { requests: 100, windowMs: 10_000 }, clock });
  const sent: number[] = [];

  for (let request = 0; request < 500; request += 1) {
    await pacer.acquire(key);
    sent.push(clock.now());
    clock.advance(request % 7);
  }

  for (const from of sent)
    expect(sent.filter((at) => at >= from && at < from + 10_000).length).toBeLessThanOrEqual(90);
  expect(lowestBucket(sent, { size: 100, perMs: 0.01 })).toBeGreaterThanOrEqual(0);
  expect(sent.at(-1)).toBeLessThan(60_000);
});

test('counts each client and version for itself', async () => {
  const clock = virtualClock(0);
  const pacer = createPacer({ quota: { requests: 2, windowMs: 1000 }, clock });

  await pacer.acquire(key);
  await pacer.acquire({ ...key, version: 'v1' });
  await pacer.acquire({ ...key, client: 'id-2' });
  expect(clock.slept).toEqual([]);

  await pacer.acquire(key);
  expect(clock.slept).toEqual([1050]);
});

test('lets a request wait until others can follow it at once', async () => {
  const clock = virtualClock(0);
  const pacer = createPacer({ quota: { requests: 10, windowMs: 1000 }, clock });
  for (let request = 0; request < 7; request += 1) {
    await pacer.acquire(key);
    clock.advance(10);
  }

  await pacer.acquire(key, 4);
  const left = clock.now();
  for (let request = 0; request < 3; request += 1) await pacer.acquire(key);

  // Nine at most: the first two have to be out of the window.
  expect(left).toBe(10 + 1050);
  expect(clock.now()).toBe(left);
});

test('waits for the whole window where more room is asked for than there is', async () => {
  const clock = virtualClock(0);
  const pacer = createPacer({ quota: { requests: 2, windowMs: 1000 }, clock });

  await pacer.acquire(key);
  await pacer.acquire(key, 50);

  expect(clock.now()).toBe(1050);
});

test('lets nothing leave while a 429 says to wait', async () => {
  const clock = virtualClock(0);
  const pacer = createPacer({ quota: { requests: 100, windowMs: 10_000 }, clock });

  pacer.blocked(key, 4000);
  await pacer.acquire(key);

  expect(clock.now()).toBe(4000);
});

test('never waits without a quota', async () => {
  const pacer = createPacer({ quota: 'off' });

  pacer.blocked(key, 60_000);
  for (let request = 0; request < 1000; request += 1) await pacer.acquire(key);
});

test('gives the workers of a run one quota, and outlives a worker', async () => {
  const clock = virtualClock(0);
  const server = await servePacer(createPacer({ quota: { requests: 5, windowMs: 1000 }, clock }));
  const [one, other, third] = [1, 2, 3].map(() => connectPacer(server.address));
  if (!one || !other || !third) throw new Error('no links');

  await Promise.all([one.acquire(key), other.acquire(key), one.acquire(key), other.acquire(key)]);
  expect(clock.now()).toBe(0);
  third.close();
  await expect(third.acquire(key)).rejects.toThrow(/pacer of this run is gone/);
  await other.acquire(key);
  expect(clock.now()).toBe(1050);
  other.blocked(key, 9000);
  await other.acquire(key);
  expect(clock.now()).toBe(10_050);

  await server.close();
  await expect(one.acquire(key)).rejects.toThrow(/pacer of this run is gone/);
});

const lowestBucket = (sent: readonly number[], { size, perMs }: { size: number; perMs: number }): number => {
  let level = size;
  let lowest = size;
  for (const [index, at] of sent.entries()) {
    level = Math.min(size, level + (at - (sent[index - 1] ?? at)) * perMs) - 1;
    lowest = Math.min(lowest, level);
  }

  return lowest;
};
