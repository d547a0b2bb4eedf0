import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { keepSimulated } from '../load/capacity/testing/keep.ts';
import { stepsAt } from '../reports/capacity/testing/report-of.ts';
import { ownFolder } from '../reports/own-folder.ts';
import { runProgram } from './testing/run-program.ts';

// Each starts the program, some of them twice, on machines that do other things as well.
test.describe.configure({ timeout: 180_000 });

/** A folder with a run of these rates against two workers of 10 ms, and the program in it, without a k6. */
const finished = async (rates: readonly number[]) => {
  const own = ownFolder();
  for (const step of stepsAt(rates)) await keepSimulated(join(own.path, 'run'), step);

  return {
    [Symbol.dispose]: own[Symbol.dispose],
    path: own.path,
    program: (...args: readonly string[]) =>
      runProgram(args, { cwd: own.path, env: { K6_BIN: 'there is none' } }),
    report: () => JSON.parse(readFileSync(join(own.path, 'results/latest/capacity.json'), 'utf8')),
  };
};

const rates = [100, 150, 190, 210];

test('kept steps are analysed for a demand without driving, and compared with themselves', async () => {
  using own = await finished(rates);
  const { code, stdout } = await own.program(
    ...['capacity', '--from', 'run', '--events-per-day', '120000', '--peak-factor', '20'],
  );

  expect(code).toBe(0);
  expect(stdout).toMatch(
    /^PASS {6}The subscriber carries 200\.0 events\/s \(.*\); the peak needs 27\.8\/s\./m,
  );
  expect(own.report()).toMatchObject({
    verdict: 'PASS',
    limit: { what: 'subscriber' },
    slo: { deadlineMs: 10_000 },
  });
  for (const name of ['capacity.html', 'capacity.md', 'steps.csv', 'steps/step-04.json'])
    expect(existsSync(join(own.path, 'results/latest', name))).toBe(true);

  const again = await own.program('report', 'results/latest', '--against', 'results/latest');

  expect(again.code).toBe(0);
  expect(again.stdout).toContain('The capacity did not change by more than noise');
});

test('the past and a burst are judged together', async () => {
  using own = await finished(rates);
  writeFileSync(
    join(own.path, 'past.csv'),
    'time,count\n2026-03-02T08:00Z,3000\n2026-03-02T08:01Z,6000\n2026-03-02T08:02Z,1200\n',
  );
  const { code, stdout } = await own.program(
    ...['capacity', '--from', 'run', '--demand', 'past.csv', '--burst', '60000/5m'],
  );

  expect(code).toBe(1);
  expect(stdout).toMatch(/^Demand {4}100\.0\/s: the busiest 60 s of 3 rows in past\.csv; {2}headroom 2\.0/m);
  expect(stdout).toMatch(
    /^Demand {4}200\.0\/s: 60000 in 300 s; {2}headroom 1\.0 .*; {2}the burst is done after 300 s/m,
  );
  expect(stdout).toMatch(
    /^FAIL {6}.*the burst of 200\.0\/s needs 300\.0\/s with headroom 1\.5\. {2}\(exit 1\)$/m,
  );
});

test('a subscriber that calls the API is held to its quota', async () => {
  using own = await finished(rates);
  const { code, stdout } = await own.program('capacity', '--from', 'run', '--api-calls-per-event', '2');

  expect(code).toBe(0);
  expect(stdout).toMatch(/^Capacity {2}5\.0\/s \(5\.0 to 5\.0\)/m);
  expect(stdout).toMatch(/^Limit {5}quota: 2 API calls per event at 10 requests\/s/m);
});

for (const [what, few, change, told] of [
  ['one step', [100], {}, 'Too few steps (1)'],
  ['a step without certificate', [100, 210], { certificate: undefined }, 'has no certificate'],
  ['mixed conditions', [100, 210], { conditions: { mode: 'ASYNC' } }, 'mixed conditions'],
] as const)
  test(`${what} gives a sentence and no capacity, and ends with 2`, async () => {
    using own = await finished(few);
    const file = join(own.path, 'run/steps/step-01.json');
    writeFileSync(file, JSON.stringify({ ...JSON.parse(readFileSync(file, 'utf8')), ...change }));
    const { code, stdout } = await own.program('capacity', '--from', 'run', '--events-per-day', '9');

    expect(code).toBe(2);
    expect(stdout).toMatch(new RegExp(`^INVALID .*${told.replace(/[()]/g, '\\$&')}`, 'm'));
    expect(own.report()).toMatchObject({ verdict: 'INVALID', capacity: null, headroom: null, knee: null });
  });
