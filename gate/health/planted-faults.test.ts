import { expect, test } from '@playwright/test';
import type { Finding } from '../../reports/health/finding.ts';
import { type BusyTenant, busyTenant } from './testing/busy-tenant.ts';
import { type Planted, plantedElsewhere } from './testing/planted-elsewhere.ts';

const hour = 3_600_000;
const minute = 60_000;

const refused = { locale: 'en-US', message: 'The subscriber answered 401.' };
const http = (url: string, mode: 'SYNC' | 'ASYNC' = 'SYNC') => ({
  httpConfig: { url, httpDispatchMode: mode, httpAuthenticationType: 'BEARER_TOKEN' as const },
});

const filtered =
  (filter: string, triggerId = 'idn:identity-attributes-changed') =>
  (tenant: BusyTenant) =>
    tenant.subscribe({ filter, triggerId });

const planted: readonly Planted[] = [
  {
    title: 'invocations that fail',
    plant: (tenant) => {
      const subscription = tenant.subscribe(http('https://hooks.example.com/a'));
      for (let n = 1; n <= 20; n += 1)
        tenant.invoke(subscription, {
          created: tenant.clock.now() - n * minute,
          localizedError: n <= 5 ? refused : null,
        });

      return subscription;
    },
    finding: ['invocations.failing', 'error'],
    what: /^5 of the 5 invocations since \d\d:\d\d UTC failed \(100 %\), of the 15 before in the last 24 h none; 5 x The subscriber answered 401\.$/,
  },
  {
    title: 'invocations of which less fail than is settable',
    plant: (tenant) => {
      const subscription = tenant.subscribe();
      for (let n = 1; n <= 100; n += 1)
        tenant.invoke(subscription, {
          created: tenant.clock.now() - n * minute,
          localizedError: n === 100 ? refused : null,
        });

      return subscription;
    },
    finding: ['invocations.failing', 'warning'],
    what: /^1 of the 100 invocations of the last 24 h failed \(1 %\)/,
  },
  {
    title: 'an invocation open past its deadline',
    plant: (tenant) => {
      const subscription = tenant.subscribe();
      tenant.mock.tenant.store.invocations.put({
        id: 'open',
        triggerId: subscription.triggerId,
        subscriptionId: subscription.id,
        subscriptionName: subscription.name,
        type: 'REAL_TIME',
        secret: 's',
        input: {},
        contentJson: {},
        created: tenant.clock.now() - 3 * hour,
      });

      return subscription;
    },
    finding: ['invocations.overdue', 'warning'],
    what: /^1 invocation open past the response deadline of PT1H, the oldest since 2025-12-31 21:00 UTC$/,
  },
  {
    title: 'a subscriber that comes near its deadline',
    plant: (tenant) => {
      const subscription = tenant.subscribe();
      for (let n = 1; n <= 30; n += 1)
        tenant.invoke(subscription, {
          created: tenant.clock.now() - 2 * hour,
          completed: tenant.clock.now() - 2 * hour + 55 * minute,
        });

      return subscription;
    },
    finding: ['invocations.near-deadline', 'warning'],
    what: /^p95 of 30 invocations took 55 min, 92 % of the response deadline of PT1H/,
  },
  {
    title: 'a disabled subscription',
    plant: (tenant) => tenant.subscribe({ enabled: false }),
    finding: ['subscription.disabled', 'info'],
    what: /switched off/,
  },
  {
    title: 'a filter that does not compile',
    plant: filtered('$.changes[?(@.attribute == department)]'),
    finding: ['filter.does-not-compile', 'error'],
    what: /does not compile: .* at character \d+/,
  },
  {
    title: 'a filter that asks for what no event has',
    plant: filtered('$.changes[?(@.atribute == "department")]'),
    finding: ['filter.never-matches', 'warning'],
    what: /there is no "atribute": is "attribute" meant\?/,
  },
  {
    title: 'a filter that contradicts itself',
    plant: filtered('$.changes[?(@.attribute == "a" && @.attribute == "b")]'),
    finding: ['filter.never-matches', 'warning'],
    what: /it cannot be both/,
  },
  {
    title: 'a filter that holds for every event',
    plant: filtered('$[?(@.changes)]'),
    finding: ['filter.always-matches', 'warning'],
    what: /holds for every event of idn:identity-attributes-changed: .*always there/,
  },
  {
    title: 'a filter that holds for absent values too',
    plant: filtered('$[?(@.attributes.countryCode != "DE")]', 'idn:identity-created'),
    finding: ['filter.dialect-trap', 'warning'],
    what: /true where the path is absent/,
  },
  {
    title: 'a filter whose outcome cannot be predicted',
    plant: filtered('$..*[?(@.name == "x")]', 'idn:identity-created'),
    finding: ['filter.dialect-trap', 'warning'],
    what: /cannot be predicted/,
  },
  {
    title: 'an unencrypted URL',
    plant: (tenant) => tenant.subscribe(http('http://hooks.example.com/b')),
    finding: ['subscription.http-url', 'warning'],
    what: /http:\/\/hooks\.example\.com\/b, unencrypted/,
  },
  {
    title: 'a loopback URL',
    plant: (tenant) => tenant.subscribe(http('https://localhost:8443/b')),
    finding: ['subscription.loopback-url', 'warning'],
    what: /the tenant itself/,
  },
  {
    title: 'a second subscription to one URL',
    plant: (tenant) => {
      tenant.subscribe(http('https://hooks.example.com/twice'));

      return tenant.subscribe({ ...http('https://hooks.example.com/twice'), id: 'z, the last' });
    },
    finding: ['subscription.duplicate', 'info'],
    what: /same URL as "planted"/,
  },
  {
    title: 'a trigger with few places left',
    plant: (tenant) => {
      for (let n = 1; n <= 45; n += 1) tenant.subscribe();

      return { id: 'idn:source-created' };
    },
    finding: ['trigger.limit', 'info'],
    what: /^45 of its 50 places are taken\.$/,
  },
  {
    title: 'a trigger whose only place is taken',
    plant: (tenant) => ({
      id: tenant.subscribe({ triggerId: 'idn:access-request-pre-approval' }).triggerId,
    }),
    finding: ['trigger.limit', 'info'],
    what: /only place/,
  },
];

const keyOf = ({ id, severity, subject }: Finding): string => `${id} ${severity} ${subject.id}`;

test('a healthy busy tenant has nothing of severity error, and the same findings each time', async () => {
  await using tenant = await busyTenant();

  const findings = await tenant.findings();

  expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  expect(findings).toEqual(await tenant.findings());
});

for (const { title, plant, finding, what } of [...planted, ...plantedElsewhere])
  test(`${title}: its finding appears, and no other`, async () => {
    await using tenant = await busyTenant();
    const before = (await tenant.findings()).map(keyOf);

    const subject = plant(tenant);
    const fresh = (await tenant.findings()).filter((finding) => !before.includes(keyOf(finding)));

    expect(fresh.map((each) => [each.id, each.severity, each.subject.id])).toEqual([
      [...finding, subject.id],
    ]);
    expect(fresh[0]?.what).toMatch(what);
  });
