import { expect, test } from '@playwright/test';
import { createPacer } from '../../client/pacer.ts';
import { json, serve, testClient, virtualClock } from '../../client/testing/tenant.ts';
import { findingsOf, usualThresholds } from '../../reports/health/rules/index.ts';
import { readTenant } from './read-tenant.ts';
import { busyTenant } from './testing/busy-tenant.ts';

const hour = 3_600_000;
const canary = 'Jane Canary-Doe';

test('reads 900 subscriptions and 2000 statuses whole, without a 429 and in less than 60 s of the quota', async () => {
  await using tenant = await busyTenant({ quota: { requests: 100, windowMs: 10_000 } });
  const { clock, mock } = tenant;
  for (let n = mock.tenant.store.subscriptions.size(); n < 900; n += 1) tenant.subscribe();
  const [subscription] = mock.tenant.store.subscriptions.list();
  for (let n = mock.tenant.store.invocations.size(); n < 2500 && subscription; n += 1)
    tenant.invoke(subscription, { created: clock.now() - n * 1000 });
  const started = clock.now();

  const { snapshot, problem } = await tenant.read();

  expect(problem).toBeUndefined();
  expect([snapshot.subscriptions.length, snapshot.invocations.length]).toEqual([900, 2000]);
  expect(snapshot.coverage.truncated).toBe(true);
  expect(snapshot.exchanges.filter(({ status }) => status !== 200)).toEqual([]);
  expect(snapshot.exchanges.length).toBeLessThan(90);
  expect(clock.now() - started).toBeLessThan(60_000);
});

test('a tenant that gives small pages is read below the quota all the same', async () => {
  const clock = virtualClock();
  const sent: number[] = [];
  await using server = await serve((seen, response) => {
    sent.push(clock.now());
    const offset = Number(new URL(seen.url, 'http://tenant').searchParams.get('offset'));
    const isStatus = seen.url.includes('status');
    const records = Array.from({ length: isStatus ? 0 : Math.min(5, Math.max(0, 900 - offset)) }, (_, n) => ({
      id: String(offset + n),
    }));
    json(response, 200, records);
  });

  const { snapshot } = await readTenant({
    open: (onExchange) =>
      testClient(server, {
        clock,
        onExchange,
        pacer: createPacer({ quota: { requests: 100, windowMs: 10_000 }, clock }),
      }),
    clock,
    host: 'example',
    version: 'beta',
  });
  const mostInAWindow = Math.max(
    ...sent.map((from) => sent.filter((at) => at >= from && at < from + 10_000).length),
  );

  expect(snapshot.subscriptions).toHaveLength(900);
  expect(sent.length).toBeGreaterThan(350);
  expect(mostInAWindow).toBeLessThanOrEqual(90);
  expect(clock.now()).toBeLessThan(Date.UTC(2026, 0, 1) + 60_000);
});

test('nothing of a payload is in the snapshot, not in a reason that repeats it either', async () => {
  await using tenant = await busyTenant();
  const subscription = tenant.subscribe();
  tenant.invoke(subscription, {
    input: { identity: { name: canary, id: '2c91808b6ef1d43e016efba0ce470909' }, short: 'Ann' },
    contentJson: { note: 'CANARY-CONTENT' },
    output: { comment: 'CANARY-OUTPUT' },
    localizedError: {
      locale: 'en-US',
      message: `Could not notify ${canary} (Ann, jane@canary.example, 2c91808b6ef1d43e016efba0ce470909), sent CANARY-CONTENT, got CANARY-OUTPUT; annual limit`,
    },
  });

  const { snapshot } = await tenant.read();
  const text = JSON.stringify([snapshot, findingsOf(snapshot, usualThresholds)]);
  const [failed] = snapshot.invocations.filter(({ subscriptionId }) => subscriptionId === subscription.id);

  for (const own of [canary, 'Jane', 'CANARY', 'canary.example', '2c91808b6ef1d43e016efba0ce470909', 'Ann,'])
    expect(text).not.toContain(own);
  expect(failed?.reason).toBe('Could not notify *** (***, ***, ***), sent ***, got ***; annual limit');
});

test('a URL is told without what may authenticate in it', async () => {
  await using tenant = await busyTenant();
  const url =
    'https://user:CANARY-PW@hooks.example.com:8443/services/T0CANARY0/0CANARY0CANARY0CANARY?code=CANARY#CANARY';
  tenant.subscribe({ httpConfig: { url, httpDispatchMode: 'SYNC', httpAuthenticationType: 'NO_AUTH' } });

  const { snapshot } = await tenant.read();

  expect(snapshot.subscriptions.at(-1)?.http?.url ?? '').not.toBe('');
  expect(JSON.stringify(snapshot)).not.toMatch(/CANARY-PW|0CANARY0CANARY|code=/);
  expect(snapshot.subscriptions.find(({ http }) => http?.host === 'hooks.example.com')?.http).toMatchObject({
    url: 'https://hooks.example.com:8443/services/T0CANARY0/***?***',
    scheme: 'https:',
  });
});

test('failed and successful invocations are taken from the same 24 hours', async () => {
  await using tenant = await busyTenant();
  const subscription = tenant.subscribe();
  const failed = { localizedError: { locale: 'en-US', message: 'no answer' } };
  for (let n = 0; n < 50; n += 1)
    tenant.invoke(subscription, { ...failed, created: tenant.clock.now() - 30 * hour });
  for (let n = 0; n < 10; n += 1) tenant.invoke(subscription);

  const about = (await tenant.findings()).filter(({ subject }) => subject.id === subscription.id);

  expect(about).toEqual([]);
});

test('where the list is cut off, a share is told of what is listed, and the cut is told', async () => {
  await using tenant = await busyTenant();
  const subscription = tenant.subscribe();
  for (let n = 0; n < 2100; n += 1)
    tenant.invoke(subscription, {
      created: tenant.clock.now() - n * 1000,
      ...(n % 10 === 0 && { localizedError: { locale: 'en-US', message: 'no answer' } }),
    });

  const [finding] = await tenant.findings();

  expect(finding).toMatchObject({ id: 'invocations.failing', severity: 'error' });
  expect(finding?.what).toMatch(
    /^200 of the 1991 .* in the last 35 min none; .*; the list is cut off at 2000 invocations$/,
  );
});

test('a page that fails is asked for again, and the failure is a finding about the API', async () => {
  await using tenant = await busyTenant();
  tenant.mock.tenant.faults.raise('listSubscriptions', { status: 500 });

  const { snapshot, problem } = await tenant.read();
  const found = findingsOf(snapshot, usualThresholds).filter(({ subject }) => subject.id === 'api');

  expect(problem).toBeUndefined();
  expect(found.map(({ id, what }) => [id, what])).toEqual([
    ['api.availability', expect.stringMatching(/^1 of 7 requests failed \(14 %\): 1 x 500\.$/)],
  ]);
});

test('a 429 is waited out and is a finding: somebody else uses this client', async () => {
  await using tenant = await busyTenant();
  tenant.mock.tenant.faults.raise('listTriggers', { status: 429 });

  const { snapshot } = await tenant.read();

  expect(findingsOf(snapshot, usualThresholds).map(({ id }) => id)).toContain('api.throttling');
});

test('a list that keeps less than it counts is read twice, and then no list', async () => {
  await using server = await serve((seen, response) =>
    json(response, 200, seen.url.includes('offset=0') ? [{ id: '1' }] : [], { 'X-Total-Count': '2' }),
  );

  const { problem } = await readTenant({
    open: (onExchange) => testClient(server, { onExchange }),
    clock: virtualClock(),
    host: 'example',
    version: 'beta',
  });

  expect(String(problem)).toMatch(/listTriggers counts 2 records and gave 1, twice/);
});
