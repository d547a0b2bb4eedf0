import { expect, test } from '@playwright/test';
import { compared } from './compare.ts';
import { renderCapacityConsole } from './console.ts';
import { dailyDemand } from './demand.ts';
import { renderCapacityJson, renderCapacityMarkdown, renderStepsCsv } from './formats.ts';
import { renderCapacityPage } from './page/page.ts';
import { reportOf, stepsAt } from './testing/report-of.ts';

const report = reportOf({ demands: [dailyDemand(120_000, 20)] });

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
  expect(page.match(/<svg/g)?.length).toBe(4);
  expect(page).toContain('knee');
});

test('text of others is no markup', () => {
  const steps = stepsAt([100, 210]).map((step) => ({ ...step, conditions: { trigger: '<b>|x' } }));
  const odd = reportOf({ steps });

  expect(renderCapacityPage(odd)).not.toContain('<b>');
  expect(renderCapacityMarkdown(odd)).toContain('\\<b\\>\\|x');
});

test('the CSV has a row a step, with interval, audit and certificate', () => {
  const [heads = '', ...rows] = renderStepsCsv(report).trim().split('\n');
  const column = heads.split(',').indexOf('certificate');

  expect(rows).toHaveLength(4);
  expect(heads).toContain('p99_low_ms,p99_high_ms');
  expect(heads).toContain('under_way,rate_x_time');
  expect(rows.map((row) => row.split(',')[column])).toEqual(['true', 'true', 'true', 'true']);
});

test('every step tells its certificate, its conditions and the audit of its records on the page', () => {
  const page = renderCapacityPage(report);

  expect(page.match(/certificate valid: CPU 30 %, lateness p99 2 ms/g)).toHaveLength(4);
  expect(page).toContain('1.0 = 1.0');
  expect(page).toContain('<dt>mode</dt><dd>SYNC</dd>');
});

test('mixed conditions of steps are all on the page', () => {
  const steps = stepsAt([100, 150]).map((step) => ({ ...step, conditions: { mode: `M${step.targetRate}` } }));

  expect(renderCapacityPage(reportOf({ steps }))).toContain('<dt>mode</dt><dd>M100 and M150</dd>');
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
