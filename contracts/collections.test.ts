import { expect, test } from '@playwright/test';
import { collections, pageSize } from './collections.ts';
import { loadContract, locateOperations } from './document.ts';

const document = loadContract();

test('a collection is a list operation that takes filters and sorters', () => {
  const listing = locateOperations(document)
    .filter(({ operation }) => JSON.stringify(operation.parameters ?? []).includes('/parameters/Filters'))
    .map(({ operation }) => operation.operationId);

  expect(Object.keys(collections).sort()).toEqual(listing.sort());
});

test('the page size is the one of the parameter', () => {
  const limit = document.components?.parameters?.Limit;

  expect(limit).toMatchObject({ schema: { maximum: pageSize.max, default: pageSize.default } });
});
