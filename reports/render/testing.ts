import { existsSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { type Browser, chromium, type Page } from '@playwright/test';
import axe from 'axe-core';
import { ownFolder } from '../own-folder.ts';

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** The Chromium of this machine; undefined where there is none. */
export const chromiumPath = (): string | undefined =>
  (process.env.PATH ?? '')
    .split(delimiter)
    .flatMap((folder) => ['chromium', 'chromium-browser', 'google-chrome'].map((name) => join(folder, name)))
    .find((path) => existsSync(path));

export const openBrowser = (executablePath: string): Promise<Browser> =>
  chromium.launch({ executablePath, args: flags });

/** Opens a page from a file, as a reader does; `noise` lists what it asks for and complains of. */
export const withPage = async (
  browser: Browser,
  text: string,
  work: (page: Page, noise: readonly string[]) => Promise<void>,
): Promise<void> => {
  using own = ownFolder();
  const file = join(own.path, 'page.html');
  writeFileSync(file, text);
  const context = await browser.newContext();
  const page = await context.newPage();
  const noise = noiseOf(page);
  await page.goto(`file://${file}`);
  await work(page, noise);
  await context.close();
};

/** What a page asks others for and complains of, from now on. */
export const noiseOf = (page: Page): readonly string[] => {
  const noise: string[] = [];
  page.on('request', (request) => {
    if (!request.url().startsWith('file:')) noise.push(request.url());
  });
  page.on('console', (message) => noise.push(message.text()));
  page.on('pageerror', (error) => noise.push(error.message));
  page.on('dialog', (dialog) => {
    noise.push(dialog.message());
    void dialog.dismiss();
  });

  return noise;
};

/** What axe finds on a page as it stands: the rule, and the markup that breaks it. */
export const barriersOn = async (
  page: Page,
): Promise<readonly (readonly [rule: string, markup: string])[]> => {
  await page.evaluate(axe.source);

  return page.evaluate(
    'axe.run().then(({ violations }) => violations.map(({ id, nodes }) => [id, nodes[0].html]))',
  );
};

/** By how many pixels a page is wider than its window. */
export const overflowOf = (page: Page): Promise<number> =>
  page.evaluate('document.documentElement.scrollWidth - innerWidth');
