import { expect, test } from '@playwright/test';
import { runTrials } from './trials.ts';

test('gates that are struck in their middle leave nothing, touch nothing of others and claim nothing', async () => {
  test.setTimeout(180_000);
  const trials = await runTrials({
    seed: 'sample',
    trials: 4,
    workers: 2,
    gates: [['gate', '--operation', 'deleteSubscription']],
    onTrial: () => {},
  });

  expect(trials.map(({ strike, wrongs }) => ({ strike: strike.name, wrongs }))).toEqual(
    trials.map(({ strike }) => ({ strike: strike.name, wrongs: [] })),
  );
  expect(trials.filter(({ at }) => at !== undefined)).toHaveLength(4);
});
