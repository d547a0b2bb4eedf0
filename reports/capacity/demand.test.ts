import { expect, test } from '@playwright/test';
import { burstDemand, dailyDemand } from './demand.ts';
import { csvDemand } from './demand-csv.ts';

const hours = (...counts: readonly (number | string)[]): string =>
  counts.map((count, hour) => `2026-01-01T0${hour}:00Z,${count}\n`).join('');

test('the peak of a CSV is its busiest row, with an interval', () => {
  const peak = csvDemand(`time,count\n${hours(10, 3600, 5)}`, 'past.csv');

  expect(peak).toMatchObject({ ok: true, demand: { rate: 1, meanOverSeconds: 3600 } });
  expect(peak.ok && peak.demand.low).toBeCloseTo(0.967, 2);
  expect(peak.ok && peak.demand.high).toBeCloseTo(1.033, 2);
});

for (const [what, text] of [
  [
    'quotes, spaces, a mark of byte order and line ends of Windows',
    '\ufeff"Time", "Count"\r\n"2026-01-01T00:00:00Z" , "1"\r\n2026-01-01T01:00:00Z,7200\r\n\r\n2026-01-01T02:00:00Z,2\r\n',
  ],
  ['times without a zone', 'time,count\n2026-03-29T01:00,1\n2026-03-29T02:00,7200\n2026-03-29T03:00,2\n'],
  [
    'a zone of its own',
    'time,count\n2026-01-01T00:00+01:00,1\n2026-01-01T01:00+01:00,7200\n2026-01-01T02:00+01:00,2\n',
  ],
] as const)
  test(`a CSV with ${what} is read`, () => {
    expect(csvDemand(text, 'past.csv')).toMatchObject({ ok: true, demand: { rate: 2 } });
  });

for (const [what, text, told] of [
  ['nothing', '', 'has 0 rows of data: it needs the header time,count'],
  ['a header alone', 'time,count\n', 'has 0 rows of data'],
  ['two rows', `time,count\n${hours(1, 2)}`, 'has 2 rows of data'],
  [
    'no header',
    hours(9, 1, 2, 3),
    'begins with "2026-01-01T00:00Z,9": its first line must be the header time,count',
  ],
  ['another header', `when,events\n${hours(1, 2, 3)}`, 'begins with "when,events"'],
  ['columns the other way round', `count,time\n${hours(1, 2, 3)}`, 'begins with "count,time"'],
  ['semicolons', `time;count\n${hours(1, 2, 3).replaceAll(',', ';')}`, 'begins with "time;count"'],
  [
    'a time that is none',
    'time,count\n2026-01-01,5\nlast week,5\n2026-01-03,5\n',
    'line 3 is not a time (ISO 8601) and a whole number of events: last week,5',
  ],
  ['a number for a time', 'time,count\n1,5\n2,5\n3,5\n', 'line 2 is not a time'],
  ['a count below none', `time,count\n${hours(1, -2, 3)}`, 'line 3 is not a time'],
  ['no count', `time,count\n${hours(1, '', 3)}`, 'line 3 is not a time'],
  ['a count that is no number', `time,count\n${hours(1, 'NaN', 3)}`, 'line 3 is not a time'],
  ['half an event', `time,count\n${hours(1, 2.5, 3)}`, 'line 3 is not a time'],
  ['a column more', `time,count\n${hours('1,7', '2,7', '3,7')}`, 'line 2 is not a time'],
  [
    'a row that is missing',
    'time,count\n2026-01-01,5\n2026-01-02,5\n2026-01-04,5\n',
    'line 4 does not follow at the distance of the rows before',
  ],
  ['a row twice', 'time,count\n2026-01-01,5\n2026-01-01,5\n2026-01-01,5\n', 'line 3 does not follow'],
  ['no event in any row', `time,count\n${hours(0, 0, 0)}`, 'has no event in any row'],
] as const)
  test(`a CSV with ${what} gives a sentence and no demand`, () => {
    const outcome = csvDemand(text, 'past.csv');

    expect(outcome.ok ? '' : outcome.error).toContain(`past.csv ${told}`);
  });

for (const [what, outcome] of [
  ['no events', dailyDemand(0, 20)],
  ['events below none', dailyDemand(-1, 20)],
  ['a factor of 0', dailyDemand(5, 0)],
  ['no number', dailyDemand(Number.NaN, 1)],
  ['no end', dailyDemand(Number.POSITIVE_INFINITY, 1)],
  ['an empty burst', burstDemand(0, 60)],
  ['a burst in no time', burstDemand(60, 0)],
] as const)
  test(`${what} is no demand, and that is said`, () => {
    expect(outcome).toMatchObject({ ok: false, error: expect.stringContaining('must be above 0') });
  });
