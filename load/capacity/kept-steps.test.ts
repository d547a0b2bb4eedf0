import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { validCertificate } from '../../reports/capacity/testing/simulated-step.ts';
import { ownFolder } from '../../reports/own-folder.ts';
import { copyKeptSteps, dropUncertified, readKeptSteps } from './kept-steps.ts';
import { facts, keep } from './testing/keep.ts';

test('a kept step comes back as it was measured', async () => {
  using own = ownFolder();
  await keep(own.path);
  const [step, ...more] = await readKeptSteps(own.path, 500);

  expect(more).toEqual([]);
  expect(step).toMatchObject({
    targetRate: 10,
    fromMs: 1100,
    untilMs: 1600,
    refused: { quota: 1, other: 0 },
  });
  expect([...(step?.startsMs ?? [])]).toEqual([1000, 1100, 1200, 1300, 1500]);
  expect([...(step?.latenciesMs ?? [])]).toEqual([45, 45, 601, Infinity, Infinity]);
  expect([...(step?.missed ?? [])]).toEqual([0, 0, 1, 1, 1]);
});

test('each phase is what it took by itself', async () => {
  using own = ownFolder();
  await keep(own.path);
  const [{ phases } = {}] = await readKeptSteps(own.path, 500);

  expect(
    Object.fromEntries(Object.entries(phases ?? {}).map(([name, values]) => [name, values?.[1]])),
  ).toEqual({
    accepted: 10,
    delivered: 5,
    answered: 10,
    completed: 20,
  });
});

test('with nobody between, all until the answer is the subscriber', async () => {
  using own = ownFolder();
  await keep(own.path, 'nobody');
  const [{ phases } = {}] = await readKeptSteps(own.path, 500);

  expect(Object.keys(phases ?? {})).toEqual(['answered', 'completed']);
  expect(phases?.answered?.[1]).toBe(25);
});

test('a step that was not written to its end is none', async () => {
  using own = ownFolder();
  await keep(own.path);
  await keep(own.path);
  rmSync(join(own.path, 'steps/step-02.json'));

  expect(await readKeptSteps(own.path, 500)).toHaveLength(1);
});

test('a step that cannot be read is named', async () => {
  using own = ownFolder();
  await keep(own.path);
  writeFileSync(join(own.path, 'steps/step-01-samples.parquet'), 'no parquet');

  await expect(readKeptSteps(own.path, 500)).rejects.toThrow(/step-01 cannot be used: .*Remove its files/);
});

for (const [what, text, told] of [
  ['half-written', '{"schemaVersion": 1, "targ', /step-01 cannot be used: .*JSON/],
  [
    'of a newer program',
    '{"schemaVersion": 2}',
    /schemaVersion 2, and this version .* reads up to 1; install a newer/,
  ],
  ['without its parts', '{"schemaVersion": 1, "targetRate": 10}', /parts of it are missing/],
  ['of a rate below none', JSON.stringify({ ...facts, targetRate: -1 }), /parts of it are missing/],
  ['something else', '[]', /holds no facts of a step/],
] as const)
  test(`a step whose facts are ${what} is named`, async () => {
    using own = ownFolder();
    await keep(own.path);
    writeFileSync(join(own.path, 'steps/step-01.json'), text);

    await expect(readKeptSteps(own.path, 500)).rejects.toThrow(told);
  });

test('a step without certificate comes back without one', async () => {
  using own = ownFolder();
  const { certificate: _, ...bare } = facts;
  await keep(own.path);
  writeFileSync(join(own.path, 'steps/step-01.json'), JSON.stringify(bare));

  expect(await readKeptSteps(own.path, 500)).toEqual([
    expect.not.objectContaining({ certificate: expect.anything() }),
  ]);
});

test('a shorter deadline than that of the run is judged anew, a longer one is refused', async () => {
  using own = ownFolder();
  await keep(own.path);
  const [step] = await readKeptSteps(own.path, 40);

  expect([...(step?.missed ?? [])]).toEqual([1, 1, 1, 1, 1]);
  await expect(readKeptSteps(own.path, 5000)).rejects.toThrow(
    /driven with a deadline of 0\.5 s, which says nothing of 5 s; drive it again/,
  );
});

test('a run without steps is told in a sentence', async () => {
  using own = ownFolder();

  await expect(readKeptSteps(own.path, 500)).rejects.toThrow(/holds no steps of a capacity run/);
});

test('steps whose generator fell behind are driven again, and no other', async () => {
  using own = ownFolder();
  await keep(own.path);
  await keep(own.path, 'tenant', { targetRate: 20, certificate: { ...validCertificate, valid: false } });
  dropUncertified(own.path);
  await keep(own.path, 'tenant', { targetRate: 30 });

  expect((await readKeptSteps(own.path, 500)).map(({ targetRate }) => targetRate)).toEqual([10, 30]);
});

test('an analysis holds the steps that it stands on', async () => {
  using one = ownFolder();
  using other = ownFolder();
  await keep(one.path);
  copyKeptSteps(one.path, other.path);

  expect(await readKeptSteps(other.path, 500)).toEqual(await readKeptSteps(one.path, 500));
});
