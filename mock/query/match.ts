import { type Reading, read, refuse } from '../call.ts';
import type { Filter } from './filter.ts';

/** The text of a field of a record; `undefined` where the record has none. */
export type FieldReader<Item> = (item: Item, field: string) => string | undefined;

/** Compares two strings: negative, 0 or positive. */
export type Compare = (one: string, other: string) => number;

const operators: Readonly<Record<string, (order: number) => boolean>> = {
  eq: (order) => order === 0,
  ge: (order) => order >= 0,
  le: (order) => order <= 0,
};

/** By UTF-16 unit, without regard to case. */
export const compareText: Compare = (one, other) => {
  const [a, b] = [one.toLowerCase(), other.toLowerCase()];
  if (a === b) return 0;

  return a < b ? -1 : 1;
};

/** Refuses a field or an operator that the operation does not document. */
export const checkFilter = (
  filter: Filter,
  allowed: Readonly<Record<string, readonly string[]>>,
): Reading<Filter> => {
  if (filter.kind === 'not') {
    const inner = checkFilter(filter.of, allowed);

    return inner.ok ? read(filter) : inner;
  }
  if (filter.kind !== 'compare') {
    const left = checkFilter(filter.left, allowed);
    const right = left.ok ? checkFilter(filter.right, allowed) : left;

    return right.ok ? read(filter) : right;
  }

  const { field, operator } = filter;
  const supported = Object.hasOwn(allowed, field) ? allowed[field] : undefined;
  if (!supported) return refuse('filters', `the field ${field} is not supported`);
  if (!supported.includes(operator))
    return refuse('filters', `the operator ${operator} is not supported for ${field}`);

  return read(filter);
};

/** Whether a record fits a filter. A field that it lacks fits no comparison. */
export const matchesFilter = <Item>(
  filter: Filter,
  item: Item,
  field: FieldReader<Item>,
  compare: Compare = compareText,
): boolean => {
  if (filter.kind === 'not') return !matchesFilter(filter.of, item, field, compare);
  if (filter.kind === 'compare') {
    const value = field(item, filter.field);

    return value !== undefined && (operators[filter.operator]?.(compare(value, filter.value)) ?? false);
  }
  const left = matchesFilter(filter.left, item, field, compare);
  if (filter.kind === 'and') return left && matchesFilter(filter.right, item, field, compare);

  return left || matchesFilter(filter.right, item, field, compare);
};
