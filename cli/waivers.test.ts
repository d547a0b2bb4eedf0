import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { mutants } from '../mock/faults/index.ts';
import { type MockTenant, mockTenant } from './testing/mock-tenant.ts';
import { runProgram } from './testing/run-program.ts';
import { type Workplace, workplace } from './testing/workplace.ts';

const gate = ['gate', '--clause', 'subscriptions.create', '--quiet'];
const broken = 'create-answered-200';

/** A waiver of all that `broken` breaks. */
const waiver = (parts: Readonly<Record<string, string>> = {}): string =>
  Object.entries({
    cell: 'createSubscription 201',
    target: '127.0.0.1',
    reason: 'vendor case 4711',
    owner: 'jane@example.com',
    expires: '2999-12-31',
    ...parts,
  })
    .map(([key, value], index) => `${index === 0 ? '- ' : '  '}${key}: ${value}\n`)
    .join('');

const brokenTenant = async (): Promise<MockTenant> => {
  const tenant = await mockTenant();
  mutants.find(({ id }) => id === broken)?.apply(tenant.mock.tenant);

  return tenant;
};

const waive = ({ cwd }: Workplace, text: string, file = 'waivers.yaml'): void =>
  writeFileSync(join(cwd, file), text);

test('a waived break is judged and shown by every output, and does not fail the gate', async () => {
  await using tenant = await brokenTenant();
  using place = workplace();
  waive(place, waiver() + waiver({ target: 'other.example' }), 'known.yaml');
  const env = { ...tenant.env, GITHUB_ACTIONS: 'true' };

  const { code, stdout } = await runProgram([...gate, '--waivers', 'known.yaml'], { cwd: place.cwd, env });
  const report = place.report();

  expect(stdout).toContain('waivers: 1 for this target, 1 for others');
  expect(stdout).toMatch(/^WAIVED {2}\S+ {2}\(must\) {2}createSubscription 201/m);
  expect(stdout).toContain('until 2999-12-31 by jane@example.com: vendor case 4711');
  expect(stdout).not.toContain('BROKEN');
  expect(stdout).toMatch(/^PASS .* broken promises? waived/m);
  expect(stdout).toMatch(/^::notice /m);
  expect(code).toBe(0);
  expect(report).toMatchObject({ verdict: 'PASS', tests: { failed: 0 }, totals: { broken: 0, stale: 0 } });
  expect(report.waived).toMatchObject([{ cell: 'createSubscription 201', outcome: 'waived' }]);
  expect(report.cells.filter(({ outcome }) => outcome === 'waived')).toMatchObject([
    { operation: 'createSubscription', status: 201 },
  ]);
  expect([...place.files()].find(([path]) => path.endsWith('junit.xml'))?.[1]).toContain(
    '<skipped message="waived: ',
  );
  expect(tenant.marked()).toEqual([]);
});

test('a waiver of what is kept again fails the gate', async () => {
  using place = workplace();
  waive(place, waiver({ cell: 'listTriggers 200', target: 'mock' }));

  const { code, stdout } = await runProgram(['gate', '--operation', 'listTriggers', '--quiet'], {
    cwd: place.cwd,
  });

  expect(stdout).toContain('STALE  waivers.yaml:1 listTriggers 200  is kept again');
  expect(stdout).toMatch(/^FAIL {4}1 waiver stale: /m);
  expect(code).toBe(1);
  expect(place.report()).toMatchObject({ verdict: 'FAIL', exitCode: 1, waived: [{ outcome: 'stale' }] });
});

for (const [words, text, code, told] of [
  ['has expired', waiver({ expires: '2026-01-31' }), 1, 'waivers.yaml:1 has expired on 2026-01-31.'],
  [
    'is of nothing known',
    waiver({ cell: 'createSubscription 418' }),
    1,
    'waivers.yaml:1 waives the cell createSubscription 418, which does not exist.',
  ],
  ['has an unknown key', waiver({ until: '2999-12-31' }), 2, 'waivers.yaml:6 A waiver has no key until.'],
  ['is no YAML', '- clause: "triggers.list\n', 2, 'is not YAML that can be read'],
] as const) {
  test(`a waiver that ${words} ends the gate with ${code} before anything is sent`, async () => {
    await using tenant = await brokenTenant();
    using place = workplace();
    waive(place, text);

    const env = { ...tenant.env, GITHUB_ACTIONS: 'true' };
    const ended = await runProgram(gate, { cwd: place.cwd, env });

    expect(ended.output).toContain(told);
    expect(ended.output).not.toMatch(/^\s+at /m);
    expect(ended.code).toBe(code);
    expect(/^::error title=waiver::/m.test(ended.stdout)).toBe(code === 1);
    expect(place.files().size).toBe(0);
  });
}
