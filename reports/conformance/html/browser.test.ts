import { type Browser, expect, type Page, test } from '@playwright/test';
import axe from 'axe-core';
import { chromiumPath, openBrowser, withPage } from '../../render/testing.ts';
import type { ConformanceReport } from '../report.ts';
import {
  brokenRecord,
  errorRecord,
  otherBrokenRecord,
  sampleRecord,
  sampleReport,
  sampleViolation,
  sampleWaiver,
  skippedRecord,
  warnedRecord,
} from '../samples.ts';
import { renderHtml } from './page.ts';

const path = chromiumPath();
test.skip(path === undefined, 'there is no Chromium on PATH: apt-get install chromium');

const red = sampleReport(
  [sampleRecord(), warnedRecord(), brokenRecord(), otherBrokenRecord(), skippedRecord(), errorRecord()],
  { waivers: [sampleWaiver] },
);

let browser: Browser;
test.beforeAll(async () => {
  browser = await openBrowser(path ?? '');
});
test.afterAll(() => browser?.close());

const opened = (report: ConformanceReport, work: (page: Page, noise: readonly string[]) => Promise<void>) =>
  withPage(browser, renderHtml(report), work);

test('the verdict, what broke and what to run stand in the first screen', () =>
  opened(red, async (page, noise) => {
    await expect(page.locator('h1')).toContainText('FAIL');
    await expect(page.locator('.broken')).toBeInViewport({ ratio: 1 });
    await expect(page.locator('.broken')).toContainText('npx isc-triggers gate --clause');
    expect(noise).toEqual([]);
  }));

test('a click on a cell opens its specs, and a filter leaves what fits', () =>
  opened(red, async (page) => {
    await page.getByRole('link', { name: 'listSubscriptions 400: broken' }).click();
    const cell = page.locator('#cell-beta-listSubscriptions-400');
    await expect(cell).toHaveAttribute('open', '');
    await expect(cell.getByText('refuses an unsupported operator')).toBeVisible();

    await page.getByLabel('Filter specs').fill('unsupported');
    await expect(page.locator('#spec-list > :visible')).toHaveCount(1);
    await page.getByLabel('Filter specs').fill('');
    await page.getByLabel('Outcome in spec-list').selectOption('skipped');
    await expect(page.locator('#spec-list > :visible')).toHaveCount(1);
  }));

test('the button copies the curl command as it is', () =>
  opened(red, async (page) => {
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.locator('[data-copy=violation-1-curl]').click();

    await expect(page.locator('[data-copy=violation-1-curl]')).toHaveText('Copied');
    expect(await page.evaluate('navigator.clipboard.readText()')).toBe(red.violations[0]?.curl);
  }));

test('the page goes dark and light again, and print opens the exchanges on white', () =>
  opened(red, async (page) => {
    const paper = () => page.evaluate('getComputedStyle(document.body).backgroundColor');
    await page.getByRole('button', { name: 'Dark' }).click();
    const dark = await paper();
    await page.emulateMedia({ media: 'print' });
    expect([dark, await paper()]).toEqual(['rgb(20, 23, 26)', 'rgb(255, 255, 255)']);

    await page.evaluate("dispatchEvent(new Event('beforeprint'))");
    await expect(page.locator('details[data-print]:not([open])')).toHaveCount(0);
    expect((await page.pdf()).byteLength).toBeGreaterThan(1000);
  }));

test('a page full of hostile text runs nothing, asks nobody and is no wider than a phone', () =>
  opened(
    sampleReport([
      brokenRecord({
        title: `<img src=x onerror=alert(1)>${'w'.repeat(10_000)}`,
        violations: [
          sampleViolation({ seen: '</pre><script>alert(1)</script>\u202e<img src="https://example.com/x">' }),
        ],
      }),
    ]),
    async (page, noise) => {
      await page.setViewportSize({ width: 360, height: 740 });
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(360);
      expect(noise).toEqual([]);
    },
  ));

for (const scheme of ['light', 'dark'] as const) {
  test(`nothing in the ${scheme} page bars anybody`, () =>
    opened(red, async (page) => {
      await page.emulateMedia({ colorScheme: scheme });
      await page.evaluate(axe.source);
      const found = await page.evaluate(
        'axe.run().then(({ violations }) => violations.map(({ id, nodes }) => [id, nodes[0].html]))',
      );

      expect(found).toEqual([]);
    }));
}
