import type { ListOperationId } from '../../contracts/collections.ts';
import { type Call, type Reading, type Reply, read, refuse } from '../call.ts';
import { badRequest } from '../plugins/errors.ts';
import type { Tenant } from '../tenant.ts';
import type { CollectionFields } from './collections.ts';
import type { Filter } from './filter.ts';
import { checkFilter, type FieldReader } from './match.ts';
import type { Paging } from './paging.ts';
import type { Sorter } from './sorters.ts';

/** A collection as an operation answers it. */
export type Collection<Item> = Readonly<{
  items: readonly Item[];
  field: FieldReader<Item>;
  present: (item: Item) => unknown;
}>;

type ListQuery = Readonly<{ paging: Paging; filter: Filter | undefined; sorters: readonly Sorter[] }>;

/** Answers a list: filtered, sorted, one page of it, and the total where it is asked for. */
export const answerList = <Item>(
  call: Call,
  tenant: Tenant,
  operation: ListOperationId,
  { items, field, present }: Collection<Item>,
): Reply => {
  const { query } = tenant.seams;
  const asked = readListQuery(call, tenant, tenant.collections[operation]);
  if (!asked.ok) return badRequest(call.requestId, [asked.problem]);

  const { paging, filter, sorters } = asked.value;
  const chosen = filter ? items.filter((item) => query.matches(filter, item, field)) : items;
  const page = query.page(query.sort(chosen, sorters, field), paging);

  return {
    status: 200,
    headers: paging.count ? { 'X-Total-Count': String(query.total(chosen, page)) } : {},
    body: page.map(present),
  };
};

const readListQuery = (call: Call, tenant: Tenant, fields: CollectionFields): Reading<ListQuery> => {
  const { query } = tenant.seams;
  const paging = query.parsePaging(call.query);
  if (!paging.ok) return paging;
  const filter = readFilter(call.query.filters, tenant, fields);
  if (!filter.ok) return filter;
  const sorters = readText('sorters', call.query.sorters);
  if (!sorters.ok) return sorters;
  const sorted = sorters.value ? query.parseSorters(sorters.value, fields.sorters) : read([]);
  if (!sorted.ok) return sorted;

  return read({ paging: paging.value, filter: filter.value, sorters: sorted.value });
};

const readFilter = (
  given: unknown,
  tenant: Tenant,
  fields: CollectionFields,
): Reading<Filter | undefined> => {
  const text = readText('filters', given);
  if (!text.ok) return text;
  if (!text.value) return read(undefined);

  const filter = tenant.seams.query.parseFilter(text.value);

  return filter.ok ? checkFilter(filter.value, fields.filters) : filter;
};

/** A blank parameter counts as none. */
const readText = (field: string, given: unknown): Reading<string> =>
  given === undefined || typeof given === 'string'
    ? read(given?.trim() ?? '')
    : refuse(field, 'is given more than once');
