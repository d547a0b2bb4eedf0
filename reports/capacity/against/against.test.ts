import { expect, test } from '@playwright/test';
import type { CapacityInput } from '../analyse.ts';
import { reportOf, stepsAt, twoWorkers, usualSlo } from '../testing/report-of.ts';
import { againstOf } from './against.ts';
import { renderAgainstConsole } from './console.ts';
import { renderAgainstMarkdown } from './markdown.ts';
import { renderAgainstPage } from './page.ts';

const rates = [100, 150, 190, 210];
const before = reportOf();

const withCondition = (name: string, value: string): Partial<CapacityInput> => ({
  steps: stepsAt(rates).map((step) => ({ ...step, conditions: { ...step.conditions, [name]: value } })),
});

test('the same run did not change', () => {
  expect(againstOf(before, reportOf())).toMatchObject({
    verdict: 'PASS',
    exitCode: 0,
    differences: [],
    notCompared: [],
  });
});

test('a capacity that fell by more than noise is said with how much, and ends with 1', () => {
  const slower = reportOf({ steps: stepsAt([100, 130, 150, 180], { ...twoWorkers, serviceMs: 12.5 }) });
  const { verdict, exitCode, answer } = againstOf(before, slower);

  expect([verdict, exitCode]).toEqual(['FAIL', 1]);
  expect(answer).toMatch(
    /^The capacity fell: 200\.0\/s \(.*\), now 160\.\d\/s \(.*\), -\d+\.\d % \(-.* to -.*\)/,
  );
});

test('a capacity that rose ends with 0', () => {
  const faster = reportOf({ steps: stepsAt([100, 200, 240, 280], { ...twoWorkers, serviceMs: 8 }) });
  const { verdict, answer } = againstOf(before, faster);

  expect(verdict).toBe('PASS');
  expect(answer).toContain('The capacity rose: ');
});

test('slower answers at the same rates end with 1, though the capacity did not change', () => {
  const steps = stepsAt(rates).map((step) =>
    step.targetRate < 200 ? { ...step, latenciesMs: step.latenciesMs.map((ms) => ms * 1.1) } : step,
  );
  const { verdict, answer } = againstOf(before, reportOf({ steps }));

  expect(verdict).toBe('FAIL');
  expect(answer).toContain('The capacity did not change by more than noise');
  expect(answer).toContain('the slow answers at the same rates got slower: +10.0 %');
});

for (const [name, value] of [
  ['mode', 'ASYNC'],
  ['trigger', 'idn:identity-created'],
  ['url', '0a1b2c3d'],
  ['host', 'hooks.example.com'],
] as const)
  test(`another ${name} is said in the answer and beside it`, () => {
    const compared = againstOf(before, reportOf(withCondition(name, value)));

    expect(compared.answer).toContain(`under other conditions (${name})`);
    expect(renderAgainstConsole(compared, { reportPath: '' })).toMatch(
      new RegExp(`^Differs +${name}: .*, now ${value}$`, 'm'),
    );
  });

for (const [what, input] of [
  ['SLO p99', { slo: { ...usualSlo, p99Ms: 300 } }],
  ['SLO missed', { slo: { ...usualSlo, missedShare: 0.01 } }],
  ['deadline', { slo: { ...usualSlo, deadlineMs: 20_000 } }],
  ['API calls per event', { api: { requestsPerSecond: 10, callsPerEvent: 1 } }],
] as const)
  test(`a capacity at another ${what} is another question, and is not compared`, () => {
    const compared = againstOf(before, reportOf(input));

    expect(compared.comparison.capacity).toBeNull();
    expect(compared.notCompared.join()).toMatch(
      new RegExp(`^capacity: the two runs ask for other things \\(${what} .*capacity --from DIR`),
    );
    expect(compared.answer).toMatch(/^The slow answers at the same rates/);
  });

test('a run that only knows "at least" is named, and no capacity is compared with it', () => {
  const { notCompared, comparison } = againstOf(reportOf({ steps: stepsAt([100, 150]) }), before);

  expect(comparison.capacity).toBeNull();
  expect(notCompared.join()).toContain('run 8f3c1d only knows that it is at least');
});

test('runs that have nothing in common end with 2 and a sentence', () => {
  const compared = againstOf(reportOf({ steps: stepsAt([20, 30]) }), reportOf({ steps: [] }));

  expect(compared).toMatchObject({ verdict: 'INVALID', exitCode: 2 });
  expect(compared.answer).toMatch(
    /^Nothing could be compared: capacity: .*too few steps \(0\).*; answer times: no rate/,
  );
});

test('text of others is no markup in a comparison', () => {
  const compared = againstOf(before, reportOf(withCondition('mode', '<b>|x')));

  expect(renderAgainstPage(compared)).not.toContain('<b>');
  expect(renderAgainstMarkdown(compared)).toContain('\\<b\\>\\|x');
});

test('no format says what is no number', () => {
  const never = reportOf({
    steps: stepsAt(rates).map((step) => ({ ...step, latenciesMs: step.latenciesMs.fill(Infinity, 0, 3000) })),
  });
  for (const compared of [againstOf(before, never), againstOf(never, before)])
    for (const text of [
      renderAgainstConsole(compared, { reportPath: '' }),
      renderAgainstMarkdown(compared),
      renderAgainstPage(compared),
    ])
      expect(text).not.toMatch(/NaN|undefined|Infinity/);
});
