import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import type { DatedFinding, HealthReport } from '../reports/health/health-report.ts';
import { type MockTenant, mockTenant } from './testing/mock-tenant.ts';
import { runProgram, startProgram } from './testing/run-program.ts';
import { type Workplace, workplace } from './testing/workplace.ts';

// Nights of one tenant, one after the other or at once, as the program lives through them.

test.setTimeout(180_000);

const reportOf = ({ cwd }: Workplace): HealthReport =>
  JSON.parse(readFileSync(join(cwd, 'results/latest/health.json'), 'utf8'));

const nightsOf = ({ cwd }: Workplace): readonly string[] =>
  readdirSync(join(cwd, 'results/history/127.0.0.1')).sort();

const night = async (place: Workplace, env: MockTenant['env'], ...args: readonly string[]) => {
  const { code, output } = await runProgram(['health', '--quiet', ...args], { cwd: place.cwd, env });
  expect(output).not.toContain('    at ');

  return { code, report: reportOf(place) };
};

const news = ({ findings }: HealthReport): readonly DatedFinding[] =>
  findings.filter(({ state }) => state !== 'known');

/** Somebody's subscription with a filter, on a trigger that is not his alone. */
const listener = ({ mock }: MockTenant, triggerId: string, filter: string): string => {
  const { subscriptions } = mock.tenant.store;
  const [model] = subscriptions.list();
  if (!model) throw new Error('The tenant is empty.');
  const url = 'https://listener.example.com/';
  const httpConfig = { url, httpDispatchMode: 'SYNC' as const, httpAuthenticationType: 'NO_AUTH' as const };
  subscriptions.put({
    ...model,
    id: 'listener',
    name: 'listener',
    triggerId,
    filter,
    type: 'HTTP',
    httpConfig,
  });

  return 'listener';
};

test('a schema that lost what a filter reads is an error of that subscription in the next night, and resolved in the one after', async () => {
  await using tenant = await mockTenant();
  using place = workplace();
  const triggerId = 'idn:identity-attributes-changed';
  const subscription = listener(tenant, triggerId, '$.changes[?(@.newValue == "sales")]');
  const { triggers } = tenant.mock.tenant.store;
  const trigger = triggers.list().find(({ id }) => id === triggerId);
  if (!trigger) throw new Error('There is no such trigger.');
  await night(place, tenant.env);

  triggers.put({ ...trigger, inputSchema: trigger.inputSchema.replaceAll('"newValue"', '"value"') });
  const lost = await night(place, tenant.env);
  triggers.put(trigger);
  const back = await night(place, tenant.env);

  expect(lost.code).toBe(1);
  expect(news(lost.report)).toEqual([
    expect.objectContaining({
      id: 'filter.lost-field',
      severity: 'error',
      state: 'new',
      subject: expect.objectContaining({ kind: 'subscription', id: subscription, triggerId }),
      what: expect.stringContaining('has lost changes.newValue, which the filter'),
    }),
  ]);
  expect(lost.report.drift.filter(({ against }) => against === 'last night')).toContainEqual(
    expect.objectContaining({ change: 'went', breaking: true, place: 'input changes[].newValue' }),
  );
  expect(back.code).toBe(0);
  expect(news(back.report)).toEqual([
    expect.objectContaining({ id: 'filter.lost-field', state: 'resolved' }),
  ]);
});

test('a trigger that nobody listens to any more is told, with the trigger as its subject', async () => {
  await using tenant = await mockTenant();
  using place = workplace();
  const { subscriptions, triggers } = tenant.mock.tenant.store;
  const heard = new Set(subscriptions.list().map(({ triggerId }) => triggerId));
  const free = triggers.list().find(({ id, type }) => type === 'FIRE_AND_FORGET' && !heard.has(id));
  if (!free) throw new Error('Every trigger is heard.');
  const subscription = listener(tenant, free.id, '');
  await night(place, tenant.env);

  subscriptions.remove(subscription);
  const { report } = await night(place, tenant.env);

  expect(news(report).filter(({ state }) => state === 'new')).toEqual([
    expect.objectContaining({
      id: 'trigger.unheard',
      severity: 'warning',
      subject: expect.objectContaining({ kind: 'trigger', id: free.id }),
    }),
  ]);
  expect(report.drift.filter(({ against }) => against === 'last night')).toEqual([
    expect.objectContaining({ change: 'went', subject: expect.objectContaining({ id: subscription }) }),
  ]);
});

test('a tenant that is gone for a night costs no earlier one, and the next night has no news', async () => {
  await using tenant = await mockTenant();
  using place = workplace();
  const first = await night(place, tenant.env);
  const gone = await night(place, { ...tenant.env, SAIL_BASE_URL: 'http://127.0.0.1:9' });
  const again = await night(place, tenant.env, '--only-new', '--fail-on', 'info');

  expect([gone.code, gone.report.verdict]).toEqual([2, 'INCOMPLETE']);
  expect([again.code, again.report.night]).toEqual([0, 3]);
  // That the API did not answer is news of the night without it, and over in the one after.
  expect(news(again.report).map(({ id, state }) => `${id} ${state}`)).toEqual(['api.availability resolved']);
  expect(again.report.findings.filter(({ state }) => state === 'known')).toHaveLength(
    first.report.findings.length,
  );
});

test('a run that is killed while it reads, or while it tells, costs no earlier night and is in no way of the next', async () => {
  await using tenant = await mockTenant();
  using place = workplace();
  await night(place, tenant.env);
  const before = nightsOf(place);
  const { respond } = tenant.mock.tenant.seams;
  for (const strike of ['reading', 'telling'] as const) {
    const run = startProgram(['health', '--quiet', '--notify-command', 'echo told >&2; exec sleep 5'], {
      cwd: place.cwd,
      env: tenant.env,
    });
    if (strike === 'telling') await run.says(/^told$/m);
    tenant.mock.tenant.seams.respond = (reply, call, model) => {
      if (strike === 'reading' && call.operation === 'listSubscriptions') run.signal('SIGKILL');
      return respond(reply, call, model);
    };
    if (strike === 'telling') run.signal('SIGKILL');
    await run.ended;
    tenant.mock.tenant.seams.respond = respond;
  }
  expect(nightsOf(place)).toEqual(before);

  const { report } = await night(place, tenant.env);

  expect([report.night, news(report), report.unreadable]).toEqual([2, [], []]);
});

test('two runs at once leave two nights and two reports, and neither reads what the other has not finished', async () => {
  await using tenant = await mockTenant();
  using place = workplace();
  await night(place, tenant.env);

  const both = await Promise.all(
    [1, 2].map(() => runProgram(['health', '--quiet'], { cwd: place.cwd, env: tenant.env })),
  );
  const { report } = await night(place, tenant.env);
  const reports = [...place.files()].filter(([name]) => /^\d{8}T.*health\.json$/.test(name));

  expect(both.map(({ code }) => code)).toEqual([0, 0]);
  expect(nightsOf(place)).toHaveLength(4);
  expect(new Set(reports.map(([, text]) => JSON.parse(text).run.id)).size).toBe(4);
  expect([report.night, news(report), report.unreadable]).toEqual([4, [], []]);
});
