import { type Browser, expect, type Page, test } from '@playwright/test';
import { barriersOn, chromiumPath, openBrowser, overflowOf, withPage } from '../../render/testing.ts';
import type { ConformanceReport } from '../report.ts';
import { states } from '../testing/states.ts';
import { renderHtml } from './page.ts';

const path = chromiumPath();
test.skip(path === undefined, 'there is no Chromium on PATH: apt-get install chromium');

let browser: Browser;
test.beforeAll(async () => {
  browser = await openBrowser(path ?? '');
});
test.afterAll(() => browser?.close());

const opened = (report: ConformanceReport, work: (page: Page) => Promise<void>) =>
  withPage(browser, renderHtml(report), work);

for (const [state, report] of Object.entries(states))
  for (const colorScheme of ['light', 'dark'] as const)
    for (const [paper, width] of [
      ['on a phone', 390],
      ['on a desk', 1280],
    ] as const)
      test(`a page that is ${state} bars nobody ${paper}, ${colorScheme}`, () =>
        opened(report, async (page) => {
          await page.emulateMedia({ colorScheme });
          await page.setViewportSize({ width, height: 800 });

          expect(await barriersOn(page)).toEqual([]);
          expect(await overflowOf(page)).toBeLessThanOrEqual(0);
        }));

for (const colorScheme of ['light', 'dark'] as const)
  test(`nothing that is folded bars anybody, ${colorScheme}`, () =>
    opened(states.red, async (page) => {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width: 390, height: 800 });
      await page.evaluate("for (const one of document.querySelectorAll('details')) one.open = true");

      expect(await barriersOn(page)).toEqual([]);
      expect(await overflowOf(page)).toBeLessThanOrEqual(0);
    }));

test('what bars somebody is found', () =>
  withPage(
    browser,
    '<!doctype html><title></title><main><img src="x.png"><p style="color:#ccc;background:#fff">pale</p><button></button></main>',
    async (page) => {
      const found = (await barriersOn(page)).map(([rule]) => rule);

      expect(found).toEqual(
        expect.arrayContaining([
          'button-name',
          'color-contrast',
          'document-title',
          'html-has-lang',
          'image-alt',
        ]),
      );
    },
  ));

test('a page with what barred nobody bars somebody when its paint fades', () =>
  opened(states.red, async (page) => {
    await page.addStyleTag({ content: '.muted{color:#bbb!important}' });

    expect((await barriersOn(page)).map(([rule]) => rule)).toEqual(['color-contrast']);
  }));
