import { expect, test } from '@playwright/test';
import { plannedTest } from './planned-test.ts';

const found = {
  title: 'lists the triggers',
  location: 'specs/triggers/list.spec.ts:7',
  project: 'v2024',
  annotations: [
    { type: 'clause', description: 'triggers.list' },
    { type: 'cell', description: 'listTriggers 200' },
    { type: 'needs', description: 'writes' },
  ],
};

test('takes version, clauses and cells from what the spec says of itself', () => {
  expect(plannedTest(found)).toEqual({
    title: 'lists the triggers',
    location: 'specs/triggers/list.spec.ts:7',
    apiVersion: 'v2024',
    clauses: ['triggers.list'],
    cells: [{ operation: 'listTriggers', status: 200 }],
  });
});

test('leaves out a cell that is not documented', () => {
  expect(
    plannedTest({ ...found, annotations: [{ type: 'cell', description: 'requestToken 200' }] }).cells,
  ).toEqual([]);
});

test('keeps the name of a project that is no version', () => {
  expect(plannedTest({ ...found, project: 'admits-51' })).toMatchObject({
    apiVersion: 'beta',
    project: 'admits-51',
  });
});
