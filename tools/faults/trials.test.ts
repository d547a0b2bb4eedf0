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

  for (const { strike, at, wrongs, output } of trials)
    expect({ strike: strike.name, isStruck: at !== undefined, wrongs }, output).toEqual({
      strike: strike.name,
      isStruck: true,
      wrongs: [],
    });
  expect(trials).toHaveLength(4);
});
