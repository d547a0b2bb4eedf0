import { expect, test } from '@playwright/test';
import { responseDeadlineAt } from './deadline.ts';
import { parseDuration } from './duration.ts';

const hour = 3_600_000;

for (const [text, ms] of [
  ['PT1H', hour],
  ['PT24H', 24 * hour],
  ['P1D', 24 * hour],
  ['P1DT12H', 36 * hour],
  ['P1DT2H3M4.5S', 26 * hour + 3 * 60_000 + 4500],
  ['PT90M', 90 * 60_000],
  ['PT0.5S', 500],
  ['PT0,5S', 500],
  ['PT0.001S', 1],
  ['PT1.0015S', 1001.5],
  ['PT0.000000001S', 0.000001],
  ['PT0S', 0],
  ['P0D', 0],
  ['PT007S', 7000],
  ['P3650D', 3650 * 24 * hour],
] as const) {
  test(`${text} lasts ${ms} ms`, () => {
    expect(parseDuration(text)).toEqual({ ok: true, ms });
  });
}

for (const text of ['P1Y', 'P1M', 'P2W', 'P1Y2M3DT4H', 'P1MT1M', 'P1W']) {
  test(`${text} is refused, since it counts by the calendar`, () => {
    expect(parseDuration(text)).toEqual({
      ok: false,
      reason: `"${text}" counts in years, months or weeks; give days, hours or less`,
    });
  });
}

for (const text of [
  '',
  'P',
  'PT',
  'P1DT',
  '1H',
  'P1H',
  'PT1D',
  'pt1h',
  'PT1h',
  '-PT1H',
  'PT-1H',
  '+PT1H',
  'PT1.5H',
  'PT.5S',
  'PT1.S',
  'PT1S1M',
  ' PT1H',
  'PT1H\n',
  'PT1H PT1H',
  'PT1.0000000001S',
]) {
  test(`${JSON.stringify(text)} is refused`, () => {
    expect(parseDuration(text)).toMatchObject({ ok: false, reason: expect.stringContaining('ISO 8601') });
  });
}

test('what is too long to be counted is refused, not rounded', () => {
  expect(parseDuration('PT9999999999999S')).toMatchObject({ ok: false });
  expect(parseDuration(`P${'9'.repeat(400)}D`)).toMatchObject({ ok: false });
});

test('the response deadline runs from the start of the invocation', () => {
  const started = { triggerType: 'REQUEST_RESPONSE', created: 1000, responseDeadline: 'PT1H' } as const;

  expect(responseDeadlineAt(started)).toBe(1000 + hour);
});

test('an event that awaits no response, or a duration that cannot be counted, makes no deadline', () => {
  const started = { created: 1000, responseDeadline: 'PT1H' };

  expect(responseDeadlineAt({ ...started, triggerType: 'FIRE_AND_FORGET' })).toBeUndefined();
  expect(
    responseDeadlineAt({ ...started, triggerType: 'REQUEST_RESPONSE', responseDeadline: 'P1Y' }),
  ).toBeUndefined();
});
