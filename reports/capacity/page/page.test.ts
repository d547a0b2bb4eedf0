import { expect, test } from '@playwright/test';
import { chromiumPath, noiseOf, openBrowser } from '../../render/testing.ts';
import { dailyDemand } from '../demand.ts';
import { reportOf } from '../testing/report-of.ts';
import { renderCapacityPage } from './page.ts';

const path = chromiumPath();
test.skip(path === undefined, 'there is no Chromium on PATH: apt-get install chromium');

for (const colorScheme of ['light', 'dark'] as const) {
  test(`opens in Chromium, ${colorScheme}, without a request or an error`, async () => {
    const browser = await openBrowser(path ?? '');
    try {
      const page = await browser.newPage({ colorScheme });
      const noise = noiseOf(page);

      await page.setContent(renderCapacityPage(reportOf({ demand: dailyDemand(120_000, 20) })));

      await expect(page.locator('h1')).toHaveText('PASS capacity');
      await expect(page.locator('figure svg')).toHaveCount(3);
      expect(noise).toEqual([]);
      const shot = process.env.ISC_PAGE_SHOT;
      if (shot !== undefined) await page.screenshot({ path: `${shot}-${colorScheme}.png`, fullPage: true });
    } finally {
      await browser.close();
    }
  });
}
