import { type Browser, expect, test } from '@playwright/test';
import axe from 'axe-core';
import { chromiumPath, openBrowser, withPage } from '../../render/testing.ts';
import { againstOf } from '../against/against.ts';
import { renderAgainstPage } from '../against/page.ts';
import { burstDemand, dailyDemand } from '../demand.ts';
import { reportOf, stepsAt } from '../testing/report-of.ts';
import { renderCapacityPage } from './page.ts';

const path = chromiumPath();
test.skip(path === undefined, 'there is no Chromium on PATH: apt-get install chromium');

let browser: Browser;
test.beforeAll(async () => {
  browser = await openBrowser(path ?? '');
});
test.afterAll(() => browser?.close());

const passed = reportOf({ demands: [dailyDemand(120_000, 20), burstDemand(50_000, 600)] });
const pages = {
  PASS: passed,
  FAIL: reportOf({ demands: [dailyDemand(1_000_000, 20)] }),
  INVALID: reportOf({ steps: stepsAt([100, 150]) }),
} as const;

for (const [verdict, report] of Object.entries(pages))
  for (const scheme of ['light', 'dark'] as const)
    test(`${verdict} opens in Chromium, ${scheme}, without a request or an error, and everybody can read it`, () =>
      withPage(browser, renderCapacityPage(report), async (page, noise) => {
        await page.emulateMedia({ colorScheme: scheme });
        await expect(page.locator('h1')).toContainText(`${verdict} capacity of the subscriber`);
        await page.evaluate(axe.source);
        const violations = await page.evaluate(
          'axe.run().then(({ violations }) => violations.map(({ id }) => id))',
        );

        expect(violations).toEqual([]);
        expect(noise).toEqual([]);
      }));

test('the answer stands in the first screen of a phone, and nothing but tables is wider than it', () =>
  withPage(browser, renderCapacityPage(passed), async (page) => {
    await page.setViewportSize({ width: 390, height: 800 });

    await expect(page.locator('.answer')).toBeInViewport();
    expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0);
  }));

test('draws throughput, latency, use of the deadline, and the headroom of today, doubled and of a burst beside each other', () =>
  withPage(browser, renderCapacityPage(passed), async (page) => {
    const charts = page.locator('figure');

    await expect(charts.locator('svg')).toHaveCount(4);
    await expect(charts.nth(1)).toContainText('SLO 5 s');
    await expect(charts.nth(2)).toContainText('Share of the response deadline of 10 s');
    for (const bar of ['today, 27.8/s', 'today doubled, 55.6/s', 'burst, 83.3/s'])
      await expect(charts.nth(3)).toContainText(bar);
  }));

test('a comparison opens in Chromium without a request or an error', () =>
  withPage(browser, renderAgainstPage(againstOf(passed, pages.FAIL)), async (page, noise) => {
    await expect(page.locator('h1')).toHaveText('PASS capacity against an earlier run');
    await expect(page.locator('figure svg')).toHaveCount(1);
    expect(noise).toEqual([]);
  }));
