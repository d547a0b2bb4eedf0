import { expect, test } from '@playwright/test';
import {
  brokenRecord,
  errorRecord,
  sampleRecord,
  sampleReport,
  sampleViolation,
  skippedRecord,
  warnedRecord,
} from './samples.ts';
import { exitCode } from './verdict.ts';

test('passes when all that was planned was judged and kept', () => {
  expect(sampleReport([sampleRecord(), skippedRecord()])).toMatchObject({
    verdict: 'PASS',
    exitCode: 0,
    reasons: [],
  });
});

test('fails when one promise is broken, whatever could not be judged', () => {
  expect(sampleReport([sampleRecord(), brokenRecord(), errorRecord()])).toMatchObject({
    verdict: 'FAIL',
    exitCode: 1,
    reasons: ['1 spec could not judge: no answer within 10 s'],
  });
});

test('fails over a promise that is in no table, too', () => {
  const violations = [sampleViolation({ clause: 'no.such' })];

  expect(sampleReport([brokenRecord({ violations })]).verdict).toBe('FAIL');
});

test('passes in spite of warnings, and keeps them', () => {
  expect(sampleReport([sampleRecord(), warnedRecord()])).toMatchObject({
    verdict: 'PASS',
    totals: { warnings: 1, broken: 0 },
  });
});

test('is incomplete when a spec could not judge', () => {
  expect(sampleReport([sampleRecord(), errorRecord(), errorRecord({ title: 'b' })])).toMatchObject({
    verdict: 'INCOMPLETE',
    exitCode: 2,
    reasons: ['2 specs could not judge: no answer within 10 s'],
  });
});

test('is incomplete when something of the run is left on the tenant', () => {
  const leftovers = [
    { id: 's1', name: 'isc-triggers 8f3c1d 1', kind: 'subscription', reason: 'its removal was answered 500' },
  ];

  expect(sampleReport([sampleRecord()], { leftovers })).toMatchObject({
    verdict: 'INCOMPLETE',
    exitCode: 2,
    reasons: ['1 subscription of this run could not be removed'],
  });
});

test('is incomplete when nothing ran', () => {
  expect(sampleReport([])).toMatchObject({
    verdict: 'INCOMPLETE',
    exitCode: 2,
    reasons: ['nothing was judged'],
  });
});

test('is incomplete when all specs were skipped', () => {
  expect(sampleReport([skippedRecord()])).toMatchObject({
    verdict: 'INCOMPLETE',
    reasons: ['nothing was judged'],
  });
});

test('is incomplete when planned specs did not run, and counts each as one that could not judge', () => {
  const planned = [sampleRecord(), errorRecord()];

  expect(sampleReport([sampleRecord()], { planned })).toMatchObject({
    verdict: 'INCOMPLETE',
    reasons: ['1 of 2 planned specs did not run'],
    tests: { planned: 2, passed: 1, failed: 0, skipped: 0, error: 1, notRun: 1 },
    specs: [{ outcome: 'error', error: 'did not run: the run ended before it' }, { outcome: 'passed' }],
  });
});

test('is incomplete and ends 130 when interrupted', () => {
  expect(sampleReport([sampleRecord()], { interrupted: true })).toMatchObject({
    verdict: 'INCOMPLETE',
    exitCode: 130,
    reasons: ['interrupted'],
  });
});

test('is incomplete when fewer cells were judged than required', () => {
  expect(sampleReport([sampleRecord()], { requireCells: 2 })).toMatchObject({
    verdict: 'INCOMPLETE',
    reasons: ['1 cell judged, --require-cells asks for 2'],
  });
  expect(sampleReport([sampleRecord()], { requireCells: 1 }).verdict).toBe('PASS');
});

test('is incomplete when something went wrong outside of any spec', () => {
  expect(sampleReport([sampleRecord()], { errors: ['No tests found'] })).toMatchObject({
    verdict: 'INCOMPLETE',
    reasons: ['No tests found'],
  });
});

test('ends 0, 1, 2 by its verdict and 130 when interrupted', () => {
  expect([exitCode('PASS', false), exitCode('FAIL', false), exitCode('INCOMPLETE', false)]).toEqual([
    0, 1, 2,
  ]);
  expect(exitCode('FAIL', true)).toBe(130);
});
