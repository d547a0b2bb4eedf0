import { expect, test } from '@playwright/test';
import { mockTenant } from './testing/mock-tenant.ts';
import { runProgram } from './testing/run-program.ts';
import { workplace } from './testing/workplace.ts';

const gate = ['gate', '--operation', 'createSubscription', '--quiet'];

test('two runs at once on one tenant come to their own verdicts, and touch nothing of each other', async () => {
  await using tenant = await mockTenant();
  using one = workplace();
  using other = workplace();
  const before = tenant.foreign();

  const runs = await Promise.all(
    [one, other].map(({ cwd }, index) =>
      runProgram([...gate, '--workers', String(index + 1)], { cwd, env: tenant.env }),
    ),
  );

  expect(runs.map(({ code }) => code)).toEqual([0, 0]);
  for (const { report } of [one, other]) {
    expect(report()).toMatchObject({ verdict: 'PASS', leftovers: [], tests: { failed: 0, error: 0 } });
    expect(report().skipped.flatMap(({ reason }) => reason)).not.toContainEqual(
      expect.stringMatching(/held/),
    );
  }
  expect(one.report().run.id).not.toBe(other.report().run.id);
  expect(tenant.marked()).toEqual([]);
  expect(tenant.foreign()).toBe(before);
});
