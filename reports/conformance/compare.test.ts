import { expect, test } from '@playwright/test';
import { compare } from './compare.ts';
import { brokenRecord, otherBrokenRecord, sampleRecord, sampleReport, skippedRecord } from './samples.ts';

const clauses = ['triggers.fields'];
const before = sampleReport([brokenRecord(), otherBrokenRecord()]);

test('a break is known from run to run, and another one is new', () => {
  const now = sampleReport([brokenRecord(), otherBrokenRecord()], {
    run: { id: 'other', started: '2026-02-01T00:00:00Z', seconds: 1 },
  });

  expect(compare(before, now)).toMatchObject({ newlyBroken: [], stillBroken: [{}, {}], keptAgain: [] });
  expect(compare(sampleReport([brokenRecord()]), now).newlyBroken).toMatchObject([
    { clause: 'triggers.fields' },
  ]);
});

test('a promise is kept again where its clause was judged and kept, and unknown where it was not', () => {
  const kept = compare(before, sampleReport([brokenRecord(), sampleRecord({ clauses })]));
  const skipped = compare(before, sampleReport([brokenRecord(), skippedRecord({ clauses })]));

  expect(kept).toMatchObject({ keptAgain: [{ clause: 'triggers.fields' }], notJudged: [] });
  expect(skipped).toMatchObject({ keptAgain: [], notJudged: [{ clause: 'triggers.fields' }] });
});

test('a cell that was skipped and is judged now is newly covered', () => {
  expect(compare(sampleReport([skippedRecord()]), sampleReport([sampleRecord()])).newlyCovered).toMatchObject(
    [{ operation: 'listTriggers', status: 200 }],
  );
});
