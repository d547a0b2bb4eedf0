import { type Browser, expect, type Page, test } from '@playwright/test';
import { chromiumPath, openBrowser, overflowOf, withPage } from '../../render/testing.ts';
import type { ConformanceReport } from '../report.ts';
import { brokenRecord, sampleReport, sampleViolation } from '../samples.ts';
import { states } from '../testing/states.ts';
import { renderHtml } from './page.ts';

const path = chromiumPath();
test.skip(path === undefined, 'there is no Chromium on PATH: apt-get install chromium');

const { red } = states;

let browser: Browser;
test.beforeAll(async () => {
  browser = await openBrowser(path ?? '');
});
test.afterAll(() => browser?.close());

const opened = (report: ConformanceReport, work: (page: Page, noise: readonly string[]) => Promise<void>) =>
  withPage(browser, renderHtml(report), work);

for (const [paper, width, height] of [
  ['a desk', 1280, 720],
  ['a phone', 390, 844],
] as const)
  test(`what broke, where, and what to run stand in the first screen of ${paper}`, () =>
    opened(red, async (page, noise) => {
      await page.setViewportSize({ width, height });
      const broken = page.locator('.broken');

      await expect(page.locator('h1')).toHaveText('FAIL 1 clause broken');
      await expect(broken).toBeInViewport({ ratio: 1 });
      for (const text of [
        'A filter operator that the field does not support is refused with 400.',
        'listSubscriptions 400',
        'expected 400, ErrorResponseDto',
        'seen 200, 37 subscriptions',
        'npx isc-triggers gate --clause collections.filter.unsupported-operator --operation listSubscriptions',
      ])
        await expect(broken).toContainText(text);
      await expect(page.locator('.next')).toBeInViewport();
      expect(noise).toEqual([]);
    }));

test('the matrix comes before the violations in full', () =>
  opened(red, async (page) => {
    const order = await page.locator('h1, h2').allTextContents();

    expect(order).toEqual([
      'FAIL 1 clause broken',
      'Cells',
      'Counts',
      'Violations',
      'Not complete',
      'Could not judge',
      'Skipped',
      'Waivers',
      'Specs and exchanges of each cell',
      'Clauses',
      'Specs',
      'Timings',
      'Conditions',
    ]);
  }));

test('a click on a cell opens its specs, and a filter leaves what fits', () =>
  opened(red, async (page) => {
    await page.getByRole('link', { name: 'listSubscriptions 400: broken' }).click();
    const cell = page.locator('#cell-beta-listSubscriptions-400');
    await expect(cell).toHaveAttribute('open', '');
    await expect(cell.getByText('refuses an unsupported operator')).toBeVisible();

    await cell.getByText('refuses an unsupported operator').click();
    await expect(page.locator('#specs')).toHaveAttribute('open', '');
    await expect(page.locator('details:target')).toContainText('listSubscriptions 200 12 ms');

    await page.getByLabel('Filter specs').fill('unsupported');
    await expect(page.locator('#specs-list > :visible')).toHaveCount(1);
    await page.getByLabel('Filter specs').fill('');
    await page.getByLabel('Outcome in specs-list').selectOption('skipped');
    await expect(page.locator('#specs-list > :visible')).toHaveCount(1);
  }));

test('a clause leads to the specs that judge it, and each of them back', () =>
  opened(red, async (page) => {
    await page.locator('#clauses > summary').click();
    const clause = page.locator('[id="clause-collections.filter.unsupported-operator"]');
    await clause.locator('summary').click();
    await expect(clause).toContainText(
      'A filter operator that the field does not support is refused with 400.',
    );
    await expect(clause).toContainText('collection guide; listTriggers, listSubscriptions');

    await clause.getByRole('link', { name: 'broken' }).click();
    const spec = page.locator('details:target');
    await expect(spec).toContainText('refuses an unsupported operator');
    await clause.evaluate((list) => list.removeAttribute('open'));
    await spec.getByRole('link', { name: 'collections.filter.unsupported-operator', exact: true }).click();
    await expect(clause).toHaveAttribute('open', '');
  }));

test('what a broken cell was answered instead stands beside the spec', () =>
  opened(red, async (page) => {
    const cell = page.locator('#cell-beta-listSubscriptions-400');

    await expect(cell.locator('li').first()).toHaveText(
      'broken refuses an unsupported operator answered 200',
    );
  }));

test('the buttons copy the commands as they are', () =>
  opened(red, async (page) => {
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    for (const [place, text] of [
      ['violation-1-curl', red.violations[0]?.curl],
      ['violation-1-run', red.violations[0]?.rerun],
    ]) {
      await page.locator(`[data-copy=${place}]`).click();

      await expect(page.locator(`[data-copy=${place}]`)).toHaveText('Copied');
      expect(await page.evaluate('navigator.clipboard.readText()')).toBe(text);
    }
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
  }));

test('a reader whose system is dark prints on white', () =>
  opened(red, async (page) => {
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });

    await expect(page.locator('body')).toHaveCSS('background-color', 'rgb(255, 255, 255)');
  }));

test('a red report of five versions prints on a few pages', () =>
  opened(states['red in five versions'], async (page) => {
    const pages = (await page.pdf({ format: 'A4' })).toString('latin1').match(/\/Type \/Page\b/g);

    expect(pages?.length).toBeLessThanOrEqual(8);
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
      expect(await overflowOf(page)).toBeLessThanOrEqual(0);
      expect(noise).toEqual([]);
    },
  ));
