import { expect, test } from '@playwright/test';
import type { Finding } from '../health/finding.ts';
import { datedFindings } from './states.ts';
import { findingOf, keptOf, nightAt, nightOf } from './testing/samples.ts';

const disabled = { id: 'subscription.disabled', severity: 'info' } as const;

/** Night by night what was found, or `part` before it where the tenant was read in part; gives the last night. */
const after = (...nights: readonly (readonly ('part' | Partial<Finding>)[])[]) => {
  let history: Parameters<typeof datedFindings>[1] = { nights: [], findings: [] };
  let dated: ReturnType<typeof datedFindings> = [];
  for (const [day, parts] of nights.entries()) {
    const whole = parts[0] !== 'part';
    const findings = parts.flatMap((each) => (each === 'part' ? [] : [findingOf(each)]));
    dated = datedFindings({ findings, taken: nightAt(day), whole, acknowledged: new Map() }, history);
    const kept = dated
      .filter(({ state }) => state !== 'resolved')
      .map(({ state: _, ...finding }) => ({ ...finding, taken: nightAt(day) }));
    history = {
      nights: [...history.nights, nightOf(day, { whole })],
      findings: [...history.findings, ...kept],
    };
  }

  return dated.map(({ id, state, since }) => [id, state, since]);
};

test('a first night has only new findings', () => {
  expect(after([{}, disabled])).toEqual([
    ['invocations.failing', 'new', nightAt(0)],
    ['subscription.disabled', 'new', nightAt(0)],
  ]);
});

test('a finding keeps its since while it lasts, whatever its evidence and severity are', () => {
  expect(after([], [{}], [{ what: 'others', severity: 'warning' }], [{}])).toEqual([
    ['invocations.failing', 'known', nightAt(1)],
  ]);
});

test('what is gone is resolved once, and new when it comes back', () => {
  expect(after([{}], [])).toEqual([['invocations.failing', 'resolved', nightAt(0)]]);
  expect(after([{}], [], [])).toEqual([]);
  expect(after([{}], [], [{}])).toEqual([['invocations.failing', 'new', nightAt(2)]]);
});

test('a night that was read in part resolves nothing and forgets nothing', () => {
  expect(after([{}], ['part'])).toEqual([]);
  expect(after([{}], ['part'], [{}])).toEqual([['invocations.failing', 'known', nightAt(0)]]);
  expect(after([], ['part', {}], [{}])).toEqual([['invocations.failing', 'known', nightAt(1)]]);
  expect(after([{}], ['part'], [])).toEqual([['invocations.failing', 'resolved', nightAt(0)]]);
});

test('what somebody answers for carries the day until when', () => {
  const { fingerprint } = keptOf(nightAt(0));
  const [finding] = datedFindings(
    {
      findings: [findingOf()],
      taken: nightAt(1),
      whole: true,
      acknowledged: new Map([[fingerprint, '2026-06-30']]),
    },
    { nights: [], findings: [] },
  );

  expect(finding?.acknowledged).toBe('2026-06-30');
});
