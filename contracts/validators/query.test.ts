import { expect, test } from '@playwright/test';
import { queryIssues } from './index.ts';

for (const query of [
  {},
  { limit: '0' },
  { limit: '250', offset: '0', count: 'true' },
  { count: 'false' },
  { offset: '2147483647' },
  { filters: 'id eq "idn:identity-created"', sorters: '-id,name' },
  { filters: '12', sorters: 'true' },
  { somethingElse: 'x' },
]) {
  test(`listTriggers takes the query ${JSON.stringify(query)}`, () => {
    expect(queryIssues('listTriggers', query)).toEqual([]);
  });
}

for (const [name, value, message] of [
  ['limit', '251', 'must be <= 250'],
  ['limit', '-1', 'must be >= 0'],
  ['limit', 'ten', 'must be integer'],
  ['limit', '1.5', 'must be integer'],
  ['limit', '', 'must be integer'],
  ['offset', '-1', 'must be >= 0'],
  ['offset', '0x10', 'must be integer'],
  ['count', 'yes', 'must be boolean'],
  ['count', '1', 'must be boolean'],
] as const) {
  test(`listTriggers refuses ${name}=${value}: ${message}`, () => {
    expect(queryIssues('listTriggers', { [name]: value })).toEqual([
      expect.objectContaining({ pointer: `/${name}`, message }),
    ]);
  });
}

test('an operation without query parameters looks at none', () => {
  expect(queryIssues('createSubscription', { limit: 'x' })).toEqual([]);
});
