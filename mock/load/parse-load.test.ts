import { expect, test } from '@playwright/test';
import { parseLoad } from './parse-load.ts';

test('all behaviours are read, times in ms', () => {
  expect(
    parseLoad(
      'service=10ms,workers=2,freeze=10s:6s,dispatchDelay=0.5s,statusDelay=1m,dropDispatch=0.01,duplicateDispatch=.02',
    ),
  ).toEqual({
    ok: true,
    value: {
      service: 10,
      workers: 2,
      freeze: { start: 10_000, duration: 6000 },
      dispatchDelay: 500,
      statusDelay: 60_000,
      dropDispatch: 0.01,
      duplicateDispatch: 0.02,
    },
  });
});

test('one behaviour alone is taken, with blanks around it, and a freeze may begin at once', () => {
  expect(parseLoad(' freeze=0s:6s ')).toEqual({ ok: true, value: { freeze: { start: 0, duration: 6000 } } });
  expect(parseLoad('dropDispatch=1, service=1ms')).toEqual({
    ok: true,
    value: { dropDispatch: 1, service: 1 },
  });
});

for (const [text, problem] of [
  ['', '"" is no behaviour: write KEY=VALUE, as service=10ms,workers=2'],
  ['service', '"service" is no behaviour: write KEY=VALUE, as service=10ms,workers=2'],
  ['service=1s,', '"" is no behaviour: write KEY=VALUE'],
  ['servic=1s', '"servic" is no behaviour: there are service, workers, freeze, dispatchDelay'],
  ['toString=1s', '"toString" is no behaviour'],
  ['service=1s,service=2s', 'service is given twice: give it once'],
  ['service=10', 'service is "10": it takes a time above 0 and up to an hour, as 10ms, 2s or 1m'],
  ['service=', 'service is ""'],
  ['service=0ms', 'service is "0ms"'],
  ['service=61m', 'service is "61m"'],
  ['service=-1s', 'service is "-1s"'],
  ['service=1h', 'service is "1h"'],
  ['service=1s=2s', 'service is "1s=2s"'],
  ['service=1s,workers=0', 'workers is "0": it takes a whole number from 1 to 1000'],
  ['service=1s,workers=1.5', 'workers is "1.5"'],
  ['service=1s,workers=1001', 'workers is "1001"'],
  ['workers=2', 'workers is "2", and service is not given: write service=10ms,workers=2'],
  ['freeze=6s', 'freeze is "6s": it takes START:DURATION, each up to an hour, as 10s:6s'],
  ['freeze=1s:0s', 'freeze is "1s:0s"'],
  ['freeze=1s:2s:3s', 'freeze is "1s:2s:3s"'],
  ['dispatchDelay=0s', 'dispatchDelay is "0s"'],
  ['statusDelay=soon', 'statusDelay is "soon"'],
  ['dropDispatch=1.01', 'dropDispatch is "1.01": it takes a share from 0 to 1, as 0.01'],
  ['dropDispatch=1%', 'dropDispatch is "1%"'],
  ['duplicateDispatch=-0.1', 'duplicateDispatch is "-0.1"'],
  [
    'dropDispatch=0.6,duplicateDispatch=0.5',
    'duplicateDispatch is "0.5" beside a dropDispatch of "0.6": together they take at most 1',
  ],
] as const)
  test(`"${text}" is refused by name, value and what is allowed`, () => {
    const parsed = parseLoad(text);

    expect(parsed.ok ? 'taken' : `${parsed.problem.field} ${parsed.problem.text}`).toContain(problem);
  });
