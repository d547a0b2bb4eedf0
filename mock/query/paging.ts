import { type Reading, read, refuse } from '../call.ts';

export type Paging = Readonly<{ limit: number; offset: number; count: boolean }>;

const greatestLimit = 250;
const greatestInt32 = 2 ** 31 - 1;
const booleans: ReadonlyMap<unknown, boolean> = new Map([
  ['true', true],
  ['false', false],
]);

/** Reads `limit` (0 to 250, default 250), `offset` (from 0, default 0) and `count` (default false). */
export const parsePaging = (query: Readonly<Record<string, unknown>>): Reading<Paging> => {
  const limit = readInteger('limit', query.limit, greatestLimit, greatestLimit);
  if (!limit.ok) return limit;
  const offset = readInteger('offset', query.offset, 0, greatestInt32);
  if (!offset.ok) return offset;
  const count = readBoolean('count', query.count);
  if (!count.ok) return count;

  return read({ limit: limit.value, offset: offset.value, count: count.value });
};

export const pageOf = <Item>(items: readonly Item[], { limit, offset }: Paging): readonly Item[] =>
  items.slice(offset, offset + limit);

const readInteger = (field: string, text: unknown, byDefault: number, greatest: number): Reading<number> => {
  if (text === undefined) return read(byDefault);
  const value = typeof text === 'string' && /^\d{1,10}$/.test(text) ? Number(text) : -1;

  return value >= 0 && value <= greatest
    ? read(value)
    : refuse(field, `a whole number from 0 to ${greatest} is expected`);
};

const readBoolean = (field: string, text: unknown): Reading<boolean> => {
  if (text === undefined) return read(false);
  const value = booleans.get(text);

  return value === undefined ? refuse(field, 'true or false is expected') : read(value);
};
