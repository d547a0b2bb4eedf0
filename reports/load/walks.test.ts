import { expect, test } from '@playwright/test';
import { judgeWalks, type Walk, walkOf } from './walks.ts';

const right: Walk = {
  when: 'quiet',
  operation: 'listSubscriptions',
  limit: 50,
  records: 260,
  repeated: 0,
  missing: 0,
  whole: true,
  status: 200,
  oversized: 0,
  totals: ['260'],
};

const judged = (change: Partial<Walk>) => judgeWalks([right, { ...right, ...change }]);

test('a walk that meets every record once keeps its promise', () => {
  expect(judged({})).toEqual([]);
});

for (const [says, change] of [
  ['a record came on more than one page', { repeated: 1 }],
  ['a record that is there did not come', { missing: 1 }],
  ['X-Total-Count is not the number of records', { totals: ['259'] }],
  ['X-Total-Count was absent', { totals: [''] }],
  ['a page was refused', { status: 500, whole: false }],
  ['a page held more records than asked for', { oversized: 1 }],
] as const)
  test(`is found: ${says}`, () => {
    expect(judged(change).join('\n')).toContain(`listSubscriptions with limit 50: ${says}`);
  });

for (const change of [{ repeated: 3 }, { missing: 2 }, { totals: ['260', '261'] }])
  test(`beside writers nothing is promised: ${JSON.stringify(change)}`, () => {
    expect(judged({ ...change, when: 'busy' })).toEqual([]);
  });

test('a line of the scenario is read as it was written', () => {
  expect(walkOf('walk,busy,listTriggers,10,20,0,0,true,200,0,20|21'.split(','))).toEqual({
    ...right,
    when: 'busy',
    operation: 'listTriggers',
    limit: 10,
    records: 20,
    totals: ['20', '21'],
  });
});
