import { expect, test } from '@playwright/test';
import { compared } from './compare.ts';
import { renderCapacityConsole } from './console.ts';
import { dailyDemand } from './demand.ts';
import { csvDemand } from './demand-csv.ts';
import { renderCapacityJson, renderCapacityMarkdown, renderStepsCsv } from './formats.ts';
import { renderCapacityPage } from './page/page.ts';
import { reportOf, stepsAt } from './testing/report-of.ts';

const report = reportOf({ demand: dailyDemand(120_000, 20) });

test('the console gives the steps, the answer, what is not said and one next step', () => {
  const text = renderCapacityConsole(report, { reportPath: 'results/latest/capacity.html' });

  expect(text).toMatch(
    /^PASS {6}The subscriber carries 200\.0 events\/s \(.*\); the peak needs 27\.8\/s\. {2}\(exit 0\)$/m,
  );
  expect(text).toContain('valid, over capacity');
  expect(text).toContain('Not said  how fast the tenant dispatches real events');
  expect(text).toContain('--api-calls-per-event 1');
});

test('too few samples are never a number, in any format', () => {
  const few = reportOf({
    steps: stepsAt([100, 210]).map((step) => ({ ...step, untilMs: step.fromMs + 80 })),
  });
  const texts = [
    renderCapacityConsole(few, { reportPath: '' }),
    renderCapacityMarkdown(few),
    renderCapacityPage(few),
    renderStepsCsv(few),
    renderCapacityJson(few),
  ];

  expect(texts[0]).toContain('too few samples (8)');
  for (const text of texts) expect(text).not.toMatch(/NaN|undefined|Infinity/);
  expect(few).toMatchObject({ verdict: 'INVALID', capacity: null });
});

test('the page asks nobody for anything and draws what it says', () => {
  const page = renderCapacityPage(report);

  expect(page).not.toMatch(/<script[^>]|<link|src=|url\(/);
  expect(page.match(/<script/g)).toHaveLength(1);
  expect(page).toMatch(/default-src (?:'|&#39;)none(?:'|&#39;);[^"]*script-src (?:'|&#39;)sha256-/);
  expect(page.match(/<svg/g)?.length).toBe(3);
  expect(page).toContain('knee');
});

test('text of others is no markup', () => {
  const steps = stepsAt([100, 210]).map((step) => ({ ...step, conditions: { trigger: '<b>|x' } }));
  const odd = reportOf({ steps });

  expect(renderCapacityPage(odd)).not.toContain('<b>');
  expect(renderCapacityMarkdown(odd)).toContain('\\<b\\>\\|x');
});

test('the CSV has a row a step', () => {
  expect(renderStepsCsv(report).trim().split('\n')).toHaveLength(5);
});

test('a slower run is found, the same run is not', () => {
  const slower = reportOf({
    steps: stepsAt([100, 150, 190, 210]).map((step) => ({
      ...step,
      latenciesMs: step.latenciesMs.map((ms) => ms * 1.1),
    })),
  });

  expect(compared(report, report)).toMatchObject({
    p95: { isDifferent: false },
    capacity: { isDifferent: false },
  });
  expect(compared(report, slower).p95).toMatchObject({ isDifferent: true });
  expect(compared(report, slower).p95?.ratio).toBeCloseTo(1.1, 2);
});

test('the peak of a CSV is its busiest row, with an interval', () => {
  const peak = csvDemand(
    'time,count\n2026-01-01T00:00Z,10\n2026-01-01T01:00Z,3600\n2026-01-01T02:00Z,5\n',
    'past.csv',
  );

  expect(peak).toMatchObject({ ok: true, demand: { rate: 1 } });
  expect(peak.ok && peak.demand.low).toBeCloseTo(0.967, 2);
});

test('a CSV that cannot be read names its line', () => {
  expect(csvDemand('time,count\n2026-01-01,5\nlast week,5\n2026-01-03,5\n', 'past.csv')).toEqual({
    ok: false,
    error: 'past.csv line 3 is not a time and a count: last week,5',
  });
});
