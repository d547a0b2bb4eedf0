import { type Browser, expect, test } from '@playwright/test';
import axe from 'axe-core';
import { chromiumPath, openBrowser, withPage } from '../../render/testing.ts';
import type { ScenarioReport } from '../load-report.ts';
import { loadReport } from '../model.ts';
import { summarise } from '../phases.ts';
import { rightScenario } from '../testing.ts';
import { renderLoadPage } from './page.ts';
import { rateChart } from './rate-chart.ts';

const path = chromiumPath();
test.skip(path === undefined, 'there is no Chromium on PATH: apt-get install chromium');

let browser: Browser;
test.beforeAll(async () => {
  browser = await openBrowser(path ?? '');
});
test.afterAll(() => browser?.close());

const latencies = (samples: number): Float64Array =>
  Float64Array.from({ length: samples }, (_, place) => 5 + ((place * 7919) % 400));

/** Ten seconds, the eleventh cut short; p99 of one phase known, that of another not. */
const full: ScenarioReport = {
  ...rightScenario,
  phases: { accepted: summarise(latencies(1000)), completed: summarise(latencies(8)) },
  deadline: {
    limitMs: 10_000,
    missed: 3,
    worstShare: 1.2,
    shares: [
      { from: 0, to: 0.05, events: 997 },
      { from: 1, to: 1.05, events: 3 },
    ],
  },
  rates: Array.from({ length: 11 }, (_, second) => ({
    second,
    target: 100,
    started: second < 10 ? 100 : 1,
    answered: second < 10 ? 100 : 1,
  })),
};

const reportOf = (scenario: ScenarioReport) =>
  loadReport({
    tool: { name: 'isc-triggers', version: '1.0.0' },
    run: { id: '8f3c1d', started: '2026-11-25T08:00:00.000Z', seconds: 21 },
    target: { kind: 'mock', host: 'mock', apiVersions: ['beta'] },
    conditions: { workload: 'smoke', rate: 100, k6: '2.2.0', quota: 'off', cores: 2, machineCpuShare: 0.5 },
    scenarios: [scenario],
    skipped: [{ name: 'rate-limit', reason: 'ISC_ALLOW_RISKS=quota would allow it' }],
    leftovers: [],
    unfinished: [],
    interrupted: false,
  });

const reports = {
  PASS: reportOf(full),
  FAIL: reportOf({
    ...full,
    slo: [{ measure: 'accepted p99', limit: 100, unit: 'ms', seen: 401, ok: false }],
  }),
  INVALID: reportOf({
    ...full,
    certificate: { ...full.certificate, valid: false, reasons: ['the generator started events late'] },
  }),
} as const;

for (const [verdict, report] of Object.entries(reports))
  for (const scheme of ['light', 'dark'] as const)
    test(`${verdict} opens in Chromium, ${scheme}, without a request or an error, and everybody can read it`, () =>
      withPage(browser, renderLoadPage(report), async (page, noise) => {
        await page.emulateMedia({ colorScheme: scheme });
        await expect(page.locator('h1')).toContainText(`${verdict} load at 100/s`);
        await page.evaluate(axe.source);
        const violations = await page.evaluate(
          'axe.run().then(({ violations }) => violations.map(({ id }) => id))',
        );

        expect(violations).toEqual([]);
        expect(noise).toEqual([]);
      }));

test('on a phone the verdict stands in the first screen, and nothing but tables is wider than it', () =>
  withPage(browser, renderLoadPage(reports.PASS), async (page) => {
    await page.setViewportSize({ width: 390, height: 800 });

    await expect(page.locator('.answer')).toBeInViewport();
    expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0);
  }));

test('draws rate, latency by phase, use of the deadline and accounts, and says the accounts in numbers', () =>
  withPage(browser, renderLoadPage(reports.PASS), async (page) => {
    await expect(page.locator('figure svg')).toHaveCount(4);
    await expect(page.locator('figure').nth(2)).toContainText('Missed: 3.');
    await expect(page.locator('dl').first()).toContainText(
      '1000 intended = 0 dropped + 1000 sent (1000 accepted, 0 refused, 0 unanswered)',
    );
  }));

test('a quantile of too few samples is said so, and is in no drawing', () =>
  withPage(browser, renderLoadPage(reports.PASS), async (page) => {
    const row = page.getByRole('row').filter({ hasText: 'completed' });

    await expect(row).toContainText('too few samples (8)');
    expect(renderLoadPage(reports.PASS)).not.toMatch(/NaN|undefined|Infinity/);
  }));

test('a second that the measurement does not fill is in no line', () => {
  expect(rateChart(full)).toEqual(rateChart({ ...full, rates: full.rates.slice(0, 10) }));
});
