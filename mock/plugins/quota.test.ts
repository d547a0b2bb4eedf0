import { expect, test } from '@playwright/test';
import { virtualClock } from '../clock.ts';
import { openTestTenant } from '../test-tenant.ts';
import { createQuota, retryAfter } from './quota.ts';

const settings = { requests: 100, windowMs: 10_000 };

test('a bucket lets its size pass at once and refills evenly', async () => {
  const clock = virtualClock();
  const quota = createQuota(settings, clock);
  const passed = (tries: number): number =>
    Array.from({ length: tries }, () => quota.take('k')).filter((wait) => wait === 0).length;

  expect(passed(120)).toBe(100);
  await clock.advance(1000);
  expect(passed(120)).toBe(10);
  await clock.advance(60_000);
  expect(passed(120)).toBe(100);
});

test('a window gives its size anew when it begins', async () => {
  const clock = virtualClock(20_000);
  const quota = createQuota({ ...settings, kind: 'window' }, clock);
  const passed = (): number =>
    Array.from({ length: 120 }, () => quota.take('k')).filter((wait) => wait === 0).length;

  expect(passed()).toBe(100);
  await clock.advance(9999);
  expect(passed()).toBe(0);
  await clock.advance(1);
  expect(passed()).toBe(100);
});

for (const kind of ['bucket', 'window'] as const) {
  for (const requests of [1, 3, 7, 100]) {
    test(`waiting as long as Retry-After says is enough (${kind} of ${requests})`, async () => {
      const clock = virtualClock(123_456);
      const quota = createQuota({ requests, windowMs: 10_000, kind }, clock);
      for (let round = 0; round < 20; round += 1) {
        while (quota.take('k') === 0) {
          // Uses up what there is.
        }
        await clock.advance(retryAfter(quota.take('k')) * 1000);
        expect(quota.take('k')).toBe(0);
      }
    });
  }
}

test('over HTTP the 101st request is answered 429 with Retry-After', async () => {
  const { send } = await openTestTenant({ quota: settings });
  for (let sent = 0; sent < 100; sent += 1)
    expect((await send('GET', '/beta/triggers?limit=0')).status).toBe(200);

  const refused = await send('GET', '/beta/triggers?limit=0');

  expect(refused.status).toBe(429);
  expect(refused.headers['retry-after']).toBe('1');
  expect(refused.body).toEqual({ message: ' Rate Limit Exceeded ' });
});

test('each client and each version has a quota of its own', async () => {
  const { send } = await openTestTenant({ quota: { requests: 1, windowMs: 10_000 } });
  expect((await send('GET', '/beta/triggers')).status).toBe(200);
  expect((await send('GET', '/beta/trigger-subscriptions')).status).toBe(429);

  expect((await send('GET', '/v2024/triggers')).status).toBe(200);
  expect((await send('GET', '/beta/triggers', { as: 'readonly' })).status).toBe(200);
});

test('the quota comes after authentication and before the scope', async () => {
  const { send } = await openTestTenant({ quota: { requests: 1, windowMs: 10_000 } });

  expect((await send('GET', '/beta/triggers', { as: 'none' })).status).toBe(401);
  expect((await send('GET', '/beta/triggers', { as: 'noscope' })).status).toBe(403);
  expect((await send('GET', '/beta/triggers', { as: 'noscope' })).status).toBe(429);
});
