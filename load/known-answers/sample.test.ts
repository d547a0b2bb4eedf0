import { expect, test } from '@playwright/test';
import { lostAndDoubled } from './lost-and-doubled.ts';
import { knownRun, needsK6 } from './run.ts';

/** One of the known answers of `npm run test:load`: one that no other work on the machine changes. */
test('what a tenant drops and doubles is lost and doubled in the report', async () => {
  needsK6();
  test.setTimeout(180_000);
  const run = await knownRun({
    mock: ['--quota', 'off', '--load', 'dropDispatch=0.1,duplicateDispatch=0.1'],
    load: ['--scenario', 'dispatch-latency', '--mode', 'FIRE_AND_FORGET', '--no-visible', '--rate', '10'],
  });
  const counted = lostAndDoubled(run);

  expect(counted.dropped).toBeGreaterThan(0);
  expect(counted.duplicated).toBeGreaterThan(0);
  expect(run.control).toMatchObject(counted);
  expect(run.code).not.toBe(0);
});
