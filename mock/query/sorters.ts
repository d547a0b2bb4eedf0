import { type Reading, read, refuse } from '../call.ts';
import { type Compare, compareText, type FieldReader } from './match.ts';

export type Sorter = Readonly<{ field: string; descending: boolean }>;

/** Reads `triggerId,-created`. */
export const parseSorters = (text: string, allowed: readonly string[]): Reading<readonly Sorter[]> => {
  const sorters: Sorter[] = [];
  for (const part of text.split(',')) {
    const key = part.trim();
    const descending = key.startsWith('-');
    const field = descending ? key.slice(1) : key;
    if (!allowed.includes(field)) return refuse('sorters', `the field "${field}" is not supported`);
    sorters.push({ field, descending });
  }

  return read(sorters);
};

/** Sorts by one key after the other; equal records keep their order, records without the field come last. */
export const sortItems = <Item>(
  items: readonly Item[],
  sorters: readonly Sorter[],
  field: FieldReader<Item>,
  compare: Compare = compareText,
): readonly Item[] => {
  if (sorters.length === 0) return items;

  return items.toSorted((one, other) => {
    for (const sorter of sorters) {
      const order = compareFields(
        field(one, sorter.field),
        field(other, sorter.field),
        sorter.descending,
        compare,
      );
      if (order !== 0) return order;
    }

    return 0;
  });
};

const compareFields = (
  one: string | undefined,
  other: string | undefined,
  descending: boolean,
  compare: Compare,
): number => {
  if (one === undefined || other === undefined)
    return Number(one === undefined) - Number(other === undefined);

  return descending ? compare(other, one) : compare(one, other);
};
