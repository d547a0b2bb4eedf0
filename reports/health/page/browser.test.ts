import { type Browser, expect, type Page, test } from '@playwright/test';
import { barriersOn, chromiumPath, openBrowser, overflowOf, withPage } from '../../render/testing.ts';
import type { HealthReport } from '../health-report.ts';
import { nightOf } from '../testing/night.ts';
import { renderHealthPage } from './page.ts';

const path = chromiumPath();
test.skip(path === undefined, 'there is no Chromium on PATH: apt-get install chromium');

let browser: Browser;
test.beforeAll(async () => {
  browser = await openBrowser(path ?? '');
});
test.afterAll(() => browser?.close());

const opened = (report: HealthReport, work: (page: Page, noise: readonly string[]) => Promise<void>) =>
  withPage(browser, renderHealthPage(report), work);

test('the verdict and the weightiest finding stand in the first screen, and nothing is asked for', () =>
  opened(nightOf(), async (page, noise) => {
    await expect(page.locator('h1')).toHaveText(
      /^FAIL 1 error \(new\), 1 warning \(new\), 1 remark \(new\), 0 resolved \(exit 1\)$/,
    );
    await expect(page.locator('.finding').first()).toBeInViewport();
    await expect(page.locator('.finding').first()).toContainText('Manager <b>approval</b>');
    expect(noise).toEqual([]);
  }));

test('the list narrows to a severity and to words', () =>
  opened(nightOf(), async (page) => {
    await page.getByLabel('Outcome in finding-list').selectOption('warning');
    await expect(page.locator('.finding:visible')).toHaveCount(1);
    await page.getByLabel('Outcome in finding-list').selectOption('');
    await page.getByLabel('Filter findings').fill('approval');
    await expect(page.locator('.finding:visible')).toHaveCount(1);
  }));

for (const scheme of ['light', 'dark'] as const)
  test(`everybody can read it in ${scheme}, on a phone too`, () =>
    opened(nightOf(), async (page) => {
      await page.emulateMedia({ colorScheme: scheme });
      await page.setViewportSize({ width: 360, height: 700 });

      expect(await barriersOn(page)).toEqual([]);
      expect(await overflowOf(page)).toBeLessThanOrEqual(0);
    }));

test('the same night gives the same bytes', () => {
  expect(renderHealthPage(nightOf())).toBe(renderHealthPage(nightOf()));
});
