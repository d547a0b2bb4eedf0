import { expect, test } from '@playwright/test';
import { operations } from '../contracts/operations.ts';
import { pathTemplate } from '../contracts/versions.ts';
import { tenantThat } from './testing/fake-tenant.ts';
import { mockTenant } from './testing/mock-tenant.ts';
import { runProgram } from './testing/run-program.ts';
import { workplace } from './testing/workplace.ts';

const kindOf = (method: string, path: string): string =>
  `${method} ${path.split('?')[0]?.split('/').slice(0, 3).join('/')}`;

const counted = (kinds: readonly string[]): Readonly<Record<string, number>> => {
  const counts: Record<string, number> = {};
  for (const kind of kinds) counts[kind] = (counts[kind] ?? 0) + 1;

  return counts;
};

test('a plan lists what a run then sends, and sends nothing itself, no token request either', async () => {
  await using silent = await tenantThat(() => {});
  await using tenant = await mockTenant({ state: 'empty' });
  using place = workplace();
  const sent: string[] = [];
  const { seams } = tenant.mock.tenant;
  const { respond } = seams;
  seams.respond = (reply, call, model) => {
    sent.push(kindOf(operations[call.operation].method, pathTemplate(call.apiVersion, call.operation)));
    return respond(reply, call, model);
  };
  const gate = (url: string, ...more: readonly string[]) =>
    runProgram(['gate', '--operation', 'patchSubscription', '--quiet', ...more], {
      cwd: place.cwd,
      env: { ...tenant.env, SAIL_BASE_URL: url },
    });

  const plan = await gate(silent.url, '--plan');
  const planned = [...plan.stdout.matchAll(/^ {2}([A-Z]+) +(\/\S+)/gm)].map(([, method = '', path = '']) =>
    kindOf(method, path),
  );
  const run = await gate(tenant.mock.url);

  expect([plan.code, run.code]).toEqual([0, 0]);
  expect(silent.seen).toEqual([]);
  expect(planned.length).toBeGreaterThan(50);
  expect(plan.stdout).toMatch(
    new RegExp(`PLAN {4}${planned.length} requests of \\d+ specs to 127\\.0\\.0\\.1, \\d+ of them writes`),
  );
  expect(counted(sent)).toEqual(counted(planned));
});
