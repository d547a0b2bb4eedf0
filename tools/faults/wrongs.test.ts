import { expect, test } from '@playwright/test';
import { strikes } from './strikes.ts';
import type { Came } from './trial.ts';
import { wrongsOf } from './wrongs.ts';

const [strike] = strikes.filter(({ breaks }) => !breaks);
if (strike === undefined) throw new Error('There is no strike that breaks no promise.');

const counts = { planned: 9, passed: 7, failed: 0, skipped: 2, waived: 0, error: 0, notRun: 0 };

/** A run that nothing came of but what should. */
const came: Came = {
  strike,
  reference: { args: ['gate'], requests: 50, planned: 9, skipped: 2 },
  at: 12,
  code: 0,
  output: 'PASS    7 of 64 cells',
  report: { verdict: 'PASS', tests: counts },
  survivors: 0,
  janitor: { code: 0, output: '' },
  leftovers: [],
  isForeignChanged: false,
  seconds: 1,
};

const incomplete = {
  code: 2,
  output: 'INCOMPLETE',
  report: { verdict: 'INCOMPLETE', tests: counts },
} as const;

test('nothing is wrong with a run that passes whole, is incomplete, is interrupted or is killed', () => {
  for (const right of [
    {},
    incomplete,
    { ...incomplete, code: 130 },
    { ...incomplete, code: null, report: undefined },
  ])
    expect(wrongsOf({ ...came, ...right })).toEqual([]);
});

for (const [wrong, parts] of [
  [
    'it claims more than it judged',
    { report: { verdict: 'PASS', tests: { ...counts, passed: 6, error: 1 } } },
  ],
  [
    'it claims more than it judged',
    { report: { verdict: 'PASS', tests: { ...counts, planned: 7, skipped: 0 } } },
  ],
  ['it says PASS and its report does not', { report: undefined }],
  [
    'it accuses the tenant of what befell the run',
    { ...incomplete, code: 1, output: '\nBROKEN  triggers.list' },
  ],
  ['something of it is left after janitor --yes', { leftovers: ['isc-triggers 8f3c1d 1'] }],
  ["other people's subscriptions changed", { isForeignChanged: true }],
  ['it did not end', { ...incomplete, code: undefined }],
  ['processes of it lived on', { survivors: 1 }],
  ['janitor --yes did not end with 0', { janitor: { code: 1, output: '' } }],
  ['a stack is printed', { ...incomplete, output: 'Error: x\n    at run (/a/b.ts:1:2)' }],
] as const) {
  test(`sees that ${wrong}: ${JSON.stringify(parts).slice(0, 60)}`, () => {
    expect(wrongsOf({ ...came, ...parts })).toContain(wrong);
  });
}
