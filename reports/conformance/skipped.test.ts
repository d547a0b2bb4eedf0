import { expect, test } from '@playwright/test';
import { brokenRecord, sampleRecord, sampleReport, skippedRecord } from './samples.ts';

test('groups what was skipped by capability, reason and setting, with cells, clauses and specs of each', () => {
  const limits = { capability: 'limits', reason: 'takes places', setting: 'ISC_ALLOW_RISKS=limits' };
  const { skipped } = sampleReport([
    skippedRecord({ clauses: ['triggers.list'] }),
    skippedRecord({
      title: 'another operation',
      cells: [{ operation: 'createSubscription', status: 429 }],
    }),
    skippedRecord({ title: 'limits', skip: limits, cells: [] }),
    skippedRecord({ title: 'more limits', skip: { ...limits, reason: 'takes all places' }, cells: [] }),
  ]);

  expect(
    skipped.map(({ capability, cells, clauses, specs }) => [
      capability,
      cells.length,
      clauses.length,
      specs.length,
    ]),
  ).toEqual([
    ['not-yet', 49, 3, 0],
    ['faults', 13, 0, 0],
    ['quota', 2, 1, 2],
    ['limits', 0, 0, 1],
    ['limits', 0, 0, 1],
  ]);
  expect(skipped[2]).toMatchObject({
    reason: "would use up the client's quota",
    setting: 'ISC_ALLOW_RISKS=quota',
    clauses: ['triggers.list'],
  });
});

test('counts broken cells among the judged ones', () => {
  const { totals } = sampleReport([sampleRecord(), brokenRecord()]);

  expect(totals.cells).toMatchObject({
    total: 64,
    passed: 1,
    failed: 1,
    judgedByRequest: 2,
    judgedByFault: 0,
  });
});
