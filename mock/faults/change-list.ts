import type { ListOperationId } from '../../contracts/collections.ts';
import type { Filter } from '../query/filter.ts';
import type { Sorter } from '../query/sorters.ts';
import { withinList } from './change.ts';
import type { Apply } from './mutant.ts';

export type Cut = (
  items: readonly unknown[],
  paging: Readonly<{ limit: number; offset: number }>,
) => readonly unknown[];

/** Cuts the pages of a list otherwise. */
export const pages = (operation: ListOperationId, cut: Cut): Apply =>
  withinList(operation, () => ({
    page: <Item>(items: readonly Item[], paging: Parameters<Cut>[1]) => cut(items, paging) as readonly Item[],
  }));

export const rightPage: Cut = (items, { limit, offset }) => items.slice(offset, offset + limit);

/** Reads the filters of a list as if they said something else. */
export const readAs = (operation: ListOperationId, change: (filter: Filter) => Filter): Apply =>
  withinList(operation, ({ parseFilter }) => ({
    parseFilter: (...parts) => {
      const parsed = parseFilter(...parts);

      return parsed.ok ? { ok: true, value: everywhere(parsed.value, change) } : parsed;
    },
  }));

/** Fits every record. */
export const anything = (filter: Filter): Filter => ({
  kind: 'or',
  left: filter,
  right: { kind: 'not', of: filter },
});

/** Takes operators that are not documented. */
export const supports =
  (operation: ListOperationId, field: string, ...operators: readonly string[]): Apply =>
  ({ collections }) => {
    const { filters } = collections[operation];
    filters[field] = [...(filters[field] ?? []), ...operators];
  };

/** Joins from left to right, or otherwise than documented. */
export const binds = (operation: ListOperationId, or: number, and: number, not: number): Apply =>
  withinList(operation, ({ parseFilter }) => ({
    parseFilter: (text) => parseFilter(text, { or, and, not }),
  }));

/** Sorts as if other sorters had been asked for. */
export const sortsBy = (
  operation: ListOperationId,
  change: (sorters: readonly Sorter[]) => readonly Sorter[],
): Apply =>
  withinList(operation, ({ sort }) => ({
    sort: (items, sorters, ...rest) => sort(items, change(sorters), ...rest),
  }));

const everywhere = (filter: Filter, change: (filter: Filter) => Filter): Filter => {
  if (filter.kind === 'not') return change({ ...filter, of: everywhere(filter.of, change) });
  if (filter.kind === 'compare') return change(filter);

  return change({
    ...filter,
    left: everywhere(filter.left, change),
    right: everywhere(filter.right, change),
  });
};
