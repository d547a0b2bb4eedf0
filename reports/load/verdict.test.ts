import { expect, test } from '@playwright/test';
import { accountLines } from './accounting.ts';
import type { ScenarioReport } from './load-report.ts';
import { rightAccounting, rightScenario, usualSlo } from './testing.ts';
import { judgeLoad, type VerdictInput } from './verdict.ts';

const judged = (change: Partial<ScenarioReport>, input: Partial<VerdictInput> = {}) =>
  judgeLoad({
    scenarios: [{ ...rightScenario, ...change }],
    unfinished: [],
    interrupted: false,
    leftovers: 0,
    ...input,
  });

const invalid = { ...rightScenario.certificate, valid: false, reasons: ['the generator was late'] };
const broken = [{ measure: 'accepted p99', limit: 1000, unit: 'ms', seen: 1200, ok: false }] as const;

test('limits kept by a generator that is trusted pass', () => {
  expect(judged({})).toEqual({ verdict: 'PASS', exitCode: 0, reasons: [] });
});

test('a broken limit fails, and is named with its number', () => {
  expect(judged({ slo: broken })).toEqual({
    verdict: 'FAIL',
    exitCode: 1,
    reasons: ['dispatch-latency: accepted p99 1200 ms, beyond 1000 ms'],
  });
});

test('a generator that fell behind is INVALID, not slow', () => {
  expect(judged({ slo: broken, certificate: invalid })).toMatchObject({ verdict: 'INVALID', exitCode: 2 });
});

test('requests that all fail are a failure with its share (FC-057, FC-065)', () => {
  const accounting = {
    ...rightAccounting,
    invocations: { ...rightAccounting.invocations, sent: 4, accepted: 0, refused: 4 },
  };
  const result = judged({ slo: accountLines(accounting, usualSlo) });

  expect(result).toMatchObject({ verdict: 'FAIL', exitCode: 1 });
  expect(result.reasons).toEqual(['dispatch-latency: refused 100 %, beyond 0 % (4 of 4)']);
});

test('what was planned and not judged is INCOMPLETE', () => {
  expect(judged({ notJudged: ['never full'] })).toMatchObject({ verdict: 'INCOMPLETE', exitCode: 2 });
  expect(judged({}, { unfinished: ['nothing was measured'] })).toMatchObject({ verdict: 'INCOMPLETE' });
  expect(judged({}, { leftovers: 2 })).toMatchObject({ verdict: 'INCOMPLETE' });
});

test('an interrupted run is never a PASS and ends with 130', () => {
  expect(judged({}, { interrupted: true })).toEqual({
    verdict: 'INCOMPLETE',
    exitCode: 130,
    reasons: ['interrupted'],
  });
});
