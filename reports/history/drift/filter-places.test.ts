import { expect, test } from '@playwright/test';
import { filterPlaces } from './filter-places.ts';

for (const [filter, places] of [
  ['$[?(@.identity.name == "x")]', ['identity.name']],
  [
    '$.changes[?(@.attribute == "department" && @.newValue)]',
    ['changes', 'changes.attribute', 'changes.newValue'],
  ],
  [
    "$['changes'][0][?(!(@['old']['name'] == $.identity.id))]",
    ['changes', 'changes.old.name', 'identity.id'],
  ],
  ['$.attributes[?(@.a || @.b)].c', ['attributes.c', 'attributes.a', 'attributes.b']],
  ['$..email', []],
  ['$.changes.*.attribute', ['changes']],
  ['not a filter (', []],
] as const) {
  test(`${filter} reads ${places.join(', ') || 'what cannot be told'}`, () => {
    expect(filterPlaces(filter)).toEqual(places);
  });
}
