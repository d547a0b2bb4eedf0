import { expect, test } from '@playwright/test';
import type { CapacityInput } from './analyse.ts';
import { renderCapacityConsole } from './console.ts';
import { burstDemand, dailyDemand } from './demand.ts';
import { csvDemand } from './demand-csv.ts';
import { reportOf, stepsAt } from './testing/report-of.ts';
import { validCertificate } from './testing/simulated-step.ts';

test('finds the 200 events/s of two workers with 10 ms each, within 1 % and within its interval', () => {
  const { capacity, knee, verdict } = reportOf();

  expect(capacity?.rate).toBeCloseTo(200, -0.5);
  expect(capacity?.low).toBeLessThanOrEqual(200);
  expect(capacity?.high).toBeGreaterThanOrEqual(200);
  expect(Math.abs((knee?.rate ?? 0) - 200)).toBeLessThan(2);
  expect(verdict).toBe('PASS');
});

test('takes a backlog that grows for over capacity, although the deadline still holds', () => {
  const { steps } = reportOf();

  expect(steps.map(({ outcome }) => outcome)).toEqual(['kept', 'kept', 'kept', 'over-capacity']);
  const last = steps.at(-1);
  expect(last?.p99.kind === 'known' && last.p99.value).toBeLessThan(5000);
});

test('gives the same report to the last digit', () => {
  expect(JSON.stringify(reportOf())).toBe(JSON.stringify(reportOf()));
});

test('says at least where no step broke the SLO, and does not call that an answer', () => {
  const report = reportOf({ steps: stepsAt([100, 150]) });

  expect(report.capacity).toMatchObject({ high: null });
  expect(report.knee).toBeNull();
  expect(report.verdict).toBe('INVALID');
  expect(report.reasons.join()).toContain('at least');
});

test('passes a demand that the capacity has room for, and fails one that it has not', () => {
  expect(reportOf({ demands: [dailyDemand(120_000, 20)] })).toMatchObject({ verdict: 'PASS', exitCode: 0 });
  expect(reportOf({ demands: [dailyDemand(1_000_000, 20)] })).toMatchObject({ verdict: 'FAIL', exitCode: 1 });
});

test('judges a day and a burst together, by the one that leaves less room', () => {
  const both = reportOf({ demands: [dailyDemand(120_000, 20), burstDemand(60_000, 60)] });

  expect(both.demands.map(({ demand }) => demand.source)).toEqual(['120000 a day x 20', '60000 in 60 s']);
  expect(both).toMatchObject({ verdict: 'FAIL', demand: { rate: 1000 } });
  expect(both.reasons).toEqual(['headroom 0.20 above the burst of 60000 in 60 s is below the required 1.5']);
  expect(both.headroom?.ratio).toBeCloseTo(0.2, 2);
});

test('is undecided where the required headroom lies within the interval', () => {
  const report = reportOf({ demands: [dailyDemand(86_400 * 133.4, 1)] });

  expect(report).toMatchObject({ verdict: 'INVALID', exitCode: 2 });
  expect(report.reasons.join()).toMatch(
    /^not decided: headroom above the peak .* lies between 1\.\d\d and 1\.\d\d/,
  );
});

test('is undecided where one of two demands is', () => {
  const report = reportOf({ demands: [dailyDemand(120_000, 20), burstDemand(1334, 10)] });

  expect(report).toMatchObject({ verdict: 'INVALID', exitCode: 2 });
  expect(report.reasons).toEqual([
    expect.stringContaining('headroom above the burst of 1334 in 10 s lies between'),
  ]);
});

test('gives no upper end above a demand that may be next to none', () => {
  const rows = ['time,count', '2026-01-01T00:00Z,2', '2026-01-01T01:00Z,3', '2026-01-01T02:00Z,0'];
  const report = reportOf({ demands: [csvDemand(rows.join('\n'), 'past.csv')] });

  expect(report.headroom).toMatchObject({ high: null });
  expect(report.verdict).toBe('PASS');
});

test('is no answer where it was interrupted, whatever its steps say', () => {
  expect(reportOf({ interrupted: true })).toMatchObject({
    verdict: 'INVALID',
    exitCode: 130,
    reasons: ['interrupted after 4 steps, before the answer was found'],
  });
});

test('does not pass a run that left something on the tenant', () => {
  expect(reportOf({ left: '1 subscription could not be removed.' })).toMatchObject({
    verdict: 'INVALID',
    exitCode: 2,
    reasons: ['1 subscription could not be removed.'],
  });
});

test('says that the quota counts requests, for the subscriber and for the instrument', () => {
  expect(reportOf().notSaid.join()).toMatch(
    /counts API requests.*calls that it makes for each event.*this instrument/,
  );
  expect(reportOf({ demands: [dailyDemand(120_000, 20)] }).watch.join()).toContain('held to 10/s by 100/10s');
});

test('says how long a burst above the capacity takes to drain', () => {
  const { drainSeconds } = reportOf({ demands: [burstDemand(60_000, 60)] });

  expect(drainSeconds).toBeGreaterThan(295);
  expect(drainSeconds).toBeLessThan(305);
});

test('holds a subscriber that calls the API to what the quota lets through', () => {
  const { capacity, limit } = reportOf({ api: { requestsPerSecond: 10, callsPerEvent: 2 } });

  expect(capacity).toEqual({ rate: 5, low: 5, high: 5 });
  expect(limit).toMatchObject({ what: 'quota' });
});

const refusing = (scenario: string, refused: Readonly<{ quota: number; other: number }>) =>
  stepsAt([50, 100]).map((step, place) => ({
    ...step,
    conditions: { ...step.conditions, scenario },
    ...(place === 1 && { refused }),
  }));

test('names the quota where the tenant refuses with 429, and lets it say nothing of real events', () => {
  const steps = refusing('dispatch-latency', { quota: 1500, other: 0 });
  const found = reportOf({ steps });
  const judged = reportOf({ steps, demands: [dailyDemand(86_400 * 90, 1), burstDemand(60_000, 60)] });

  expect(found).toMatchObject({ verdict: 'PASS', limit: { what: 'quota' }, levers: [] });
  expect(judged).toMatchObject({
    verdict: 'INVALID',
    exitCode: 2,
    headroom: { high: null },
    drainSeconds: null,
  });
  expect(judged.reasons.join()).toMatch(/^not decided: the quota of the API .* says nothing of real events$/);
});

test('names the subscriber where it refuses, with 429 as well: the quota is that of the API', () => {
  const { limit } = reportOf({ steps: refusing('subscriber', { quota: 1500, other: 20 }) });

  expect(limit).toMatchObject({
    what: 'subscriber',
    evidence: expect.stringMatching(/^1520 of \d+ events were refused at .*, 1500 of them with 429$/),
  });
});

test('names the tenant where it refuses by anything but the quota', () => {
  expect(reportOf({ steps: refusing('dispatch-latency', { quota: 1, other: 1500 }) }).limit?.what).toBe(
    'tenant',
  );
});

test('names the subscriber where its answers take longer, and the tenant where delivery does', () => {
  const steps = stepsAt([100, 150, 190, 210]);
  const delivered = steps.map((step) => ({ ...step, phases: { delivered: step.latenciesMs } }));

  expect(reportOf({ steps }).limit).toMatchObject({ what: 'subscriber' });
  expect(reportOf({ steps: delivered }).limit).toMatchObject({ what: 'tenant' });
});

test('is invalid where the generator fell behind, and names it', () => {
  const late = { ...validCertificate, valid: false, reasons: ['lateness p99 80 ms'] };
  const steps = stepsAt([100, 150, 190]).map((step) =>
    step.targetRate === 190 ? { ...step, certificate: late } : step,
  );
  const report = reportOf({ steps });

  expect(report).toMatchObject({ verdict: 'INVALID', exitCode: 2, limit: { what: 'generator' } });
  expect(report.reasons.join()).toContain('lateness p99 80 ms');
});

test('names the generator first where it fell behind in the first step', () => {
  const certificate = { ...validCertificate, valid: false, reasons: ['lateness p99 80 ms'] };
  const report = reportOf({ steps: stepsAt([100]).map((step) => ({ ...step, certificate })) });

  expect(report.capacity).toBeNull();
  expect(report.reasons).toEqual([
    'the step of 100/s is not to be trusted: lateness p99 80 ms',
    expect.stringContaining('too few steps (1)'),
  ]);
  expect(renderCapacityConsole(report, { reportPath: 'results/latest/capacity.html' })).toMatch(
    /^Next {6}give the generator a machine of its own.*--resume results\/latest$/m,
  );
});

const uncertified = stepsAt([100, 150]).map(({ certificate: _, ...step }) => step);
const mixed = stepsAt([100, 150]).map((step) => ({ ...step, conditions: { mode: `${step.targetRate}` } }));
const bad: readonly (readonly [string, Partial<CapacityInput>, string])[] = [
  ['too few steps', { steps: stepsAt([100]) }, 'too few steps (1)'],
  ['no step at all', { steps: [] }, 'too few steps (0)'],
  ['a step without certificate', { steps: uncertified }, 'no certificate'],
  ['mixed conditions', { steps: mixed }, 'mixed conditions: mode is 100 and 150'],
  ['a demand of 0', { demands: [dailyDemand(0, 20)] }, 'above 0'],
  ['an empty CSV', { demands: [csvDemand('', 'past.csv')] }, 'past.csv has 0 rows'],
];

for (const [name, input, sentence] of bad) {
  test(`gives a sentence and no number for ${name}`, () => {
    const report = reportOf(input);

    expect(report.reasons.join('; ')).toContain(sentence);
    expect(report).toMatchObject({
      verdict: 'INVALID',
      exitCode: 2,
      capacity: null,
      headroom: null,
      levers: [],
    });
  });
}
