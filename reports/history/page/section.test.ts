import { expect, test } from '@playwright/test';
import { seededRandom } from '../../capacity/statistics/random.ts';
import { html } from '../../render/html.ts';
import { renderPage } from '../../render/page.ts';
import { chromiumPath, noiseOf, openBrowser } from '../../render/testing.ts';
import { calendarOf } from '../calendar.ts';
import { failures, simulated, times } from '../testing/noise.ts';
import { joiner, measureOf, nightAt, nightOf } from '../testing/samples.ts';
import { trendsOf } from '../trends/trends-of.ts';
import { historySection, historyStyles } from './section.ts';

const random = seededRandom(4);
const shares = simulated(failures('', { share: 0.01, invocations: 400 }), {
  random,
  nights: 30,
  always: 2,
  factor: 6,
});
const durations = simulated(times('', { milliseconds: 800, deviation: 0.1 }), { random, nights: 30 });
const taken = shares.at(-1)?.taken ?? '';

const trends = trendsOf(
  {
    taken,
    measures: [
      measureOf({ value: shares.at(-1)?.value ?? 0 }),
      measureOf({ name: 'invocations.p95-time', value: 820 }),
      measureOf({
        name: 'invocations.median-time',
        subject: { ...joiner, name: '<b>"mover"</b>' },
        value: 200,
      }),
    ],
    known: () => undefined,
  },
  [
    { name: 'invocations.failed-share', subject: joiner, points: shares.slice(0, -1) },
    {
      name: 'invocations.p95-time',
      subject: joiner,
      points: durations.filter((point) => point.taken < taken),
    },
    {
      name: 'invocations.median-time',
      subject: joiner,
      points: [{ taken: nightAt(28), value: 210, samples: 40 }],
    },
  ],
);

const report = {
  night: 30,
  verdict: 'FAIL',
  findings: [],
  trends,
  drift: [
    {
      against: 'last night',
      change: 'changed',
      subject: joiner,
      place: 'enabled',
      before: 'true',
      after: 'false',
      breaking: true,
      severity: 'warning',
    },
    {
      against: 'openapi',
      change: 'came',
      subject: { kind: 'api', id: 'listTriggers', name: 'listTriggers' },
      place: '200 [].<more>',
      after: 'string',
      breaking: false,
      severity: 'info',
    },
  ],
  calendar: calendarOf(
    taken,
    [2, 5, 9, 10, 11, 20, 28].map((day) =>
      nightOf(day, { verdict: day === 9 ? 'INCOMPLETE' : day > 10 ? 'FAIL' : 'PASS' }),
    ),
    [{ taken: nightAt(11), severity: 'error' }],
  ),
  unreadable: ['history/20260101T020000000Z-x.parquet'],
} as const;

const pageOf = (told: Parameters<typeof historySection>[0]): string =>
  renderPage({
    title: 'history',
    about: 'history',
    styles: historyStyles,
    body: html`${historySection(told)}`,
  });

test('a first night says so, and shows no calendar and no trends', () => {
  const page = pageOf({ ...report, night: 1, trends: [], drift: [], calendar: [], unreadable: [] });

  expect(page).toContain('This is the first night');
  expect(page).not.toContain('<figure>');
  expect(page).not.toContain('<ol class="calendar">');
});

test('the same nights give the same bytes', () => {
  expect(pageOf(report)).toBe(pageOf(report));
});

test('a series of zeros has a scale', () => {
  const nights = shares.map((point) => ({ ...point, value: 0 }));
  const zeros = trendsOf({ taken, measures: [measureOf({ value: 0 })], known: () => undefined }, [
    { name: 'invocations.failed-share', subject: joiner, points: nights.slice(0, -1) },
  ]);

  expect(pageOf({ ...report, trends: zeros })).toContain('>1.0</text>');
});

test('what a tenant wrote is text', () => {
  expect(pageOf(report)).not.toContain('<b>"mover"');
});

const path = chromiumPath();

for (const colorScheme of ['light', 'dark'] as const) {
  test(`shows calendar, drift and trends in Chromium, ${colorScheme}, without a request or an error`, async () => {
    test.skip(path === undefined, 'there is no Chromium on PATH: apt-get install chromium');
    const browser = await openBrowser(path ?? '');
    try {
      const page = await browser.newPage({ colorScheme });
      const noise = noiseOf(page);

      await page.setContent(pageOf(report));

      await expect(page.locator('.calendar li')).toHaveCount(30);
      await expect(page.locator('.calendar li').last()).toHaveClass('FAIL');
      await expect(page.locator('.multiples svg')).toHaveCount(3);
      await expect(page.locator('.multiples figcaption').first()).toContainText(
        'failed share of invocations',
      );
      await expect(page.locator('#drift tbody tr')).toHaveCount(2);
      expect(noise).toEqual([]);
      const shot = process.env.ISC_PAGE_SHOT;
      if (shot !== undefined) await page.screenshot({ path: `${shot}-${colorScheme}.png`, fullPage: true });
    } finally {
      await browser.close();
    }
  });
}
