import { expect, test } from '@playwright/test';
import type { Cell } from '../../contracts/operations.ts';
import type { ConformanceReport } from './report.ts';
import { brokenRecord, errorRecord, sampleReport, skippedRecord } from './samples.ts';

const cellOf = (
  report: ConformanceReport,
  operation: Cell['operation'],
  status: number,
  apiVersion = 'beta',
) =>
  report.cells.find(
    (cell) => cell.operation === operation && cell.status === status && cell.apiVersion === apiVersion,
  );

test('cannot judge a cell whose only spec stopped', () => {
  expect(cellOf(sampleReport([errorRecord()]), 'listSubscriptions', 200)).toMatchObject({
    outcome: 'error',
    reason: 'no answer within 10 s',
  });
});

test('cannot judge a cell whose only spec broke another promise', () => {
  const record = brokenRecord({ cells: [{ operation: 'listSubscriptions', status: 200 }] });

  expect(cellOf(sampleReport([record]), 'listSubscriptions', 200)).toMatchObject({
    outcome: 'error',
    reason: 'its test stopped at another promise: collections.filter.unsupported-operator',
  });
});

test('skips a cell with the reason and setting of its spec', () => {
  expect(cellOf(sampleReport([skippedRecord()]), 'listTriggers', 429)).toMatchObject({
    outcome: 'skipped',
    capability: 'quota',
    reason: "would use up the client's quota",
    setting: 'ISC_ALLOW_RISKS=quota',
  });
});

test('names the setting that helps where one of several skips has one', () => {
  const without = skippedRecord({
    title: 'another',
    skip: { capability: 'faults', reason: 'needs a fault' },
  });

  expect(cellOf(sampleReport([without, skippedRecord()]), 'listTriggers', 429)?.capability).toBe('quota');
});

test('says why no spec was planned for a cell', () => {
  const report = sampleReport([]);

  expect(cellOf(report, 'listTriggers', 500)?.reason).toBe('only a fault provokes it: judged on the mock');
  expect(cellOf(report, 'listTriggers', 400)?.reason).toBe('not yet: no spec judges it');
});

test('says so where the options of the run left a cell out', () => {
  const conditions = {
    workers: 1,
    writes: 'none',
    risks: [],
    quota: 'off',
    selection: '--clause triggers.list',
  } as const;

  expect(cellOf(sampleReport([], { conditions }), 'listTriggers', 500)).toMatchObject({
    outcome: 'skipped',
    capability: 'selection',
    reason: 'not selected by --clause triggers.list',
  });
});
