import { changeHeader, changeReply, dropHeader, withinList } from '../change.ts';
import { anything, binds, pages, readAs, rightPage, sortsBy, supports } from '../change-list.ts';
import type { Apply, Mutant } from '../mutant.ts';

const operation = 'listTriggerInvocationStatus';

const ignoresField = (field: string): Apply =>
  readAs(operation, (filter) =>
    filter.kind === 'compare' && filter.field === field ? anything(filter) : filter,
  );

const ignoresSorter = (field: string): Apply =>
  sortsBy(operation, (sorters) => sorters.filter((sorter) => sorter.field !== field));

const ignoresMinusOf = (field: string): Apply =>
  sortsBy(operation, (sorters) =>
    sorters.map((sorter) => (sorter.field === field ? { ...sorter, descending: false } : sorter)),
  );

/** The list of statuses: its pages, filters and sorters. */
export const statusListingMutants: readonly Mutant[] = [
  {
    id: 'limit-ignored-by-statuses',
    breaks: 'collections.limit',
    apply: pages(operation, (items, { offset }) => items.slice(offset)),
  },
  {
    id: 'limit-ignored-behind-the-first-page-of-statuses',
    breaks: 'collections.limit',
    apply: pages(operation, (items, paging) =>
      paging.offset === 0 ? rightPage(items, paging) : items.slice(paging.offset),
    ),
  },
  {
    id: 'offset-ignored-by-statuses',
    breaks: 'collections.offset',
    apply: pages(operation, (items, { limit }) => items.slice(0, limit)),
  },
  {
    id: 'second-page-of-statuses-repeats-one',
    breaks: 'collections.offset',
    apply: pages(operation, (items, { limit, offset }) =>
      rightPage(items, { limit, offset: Math.max(0, offset - 1) }),
    ),
  },
  {
    id: 'second-page-of-statuses-skips-one',
    breaks: 'collections.offset',
    apply: pages(operation, (items, { limit, offset }) =>
      rightPage(items, { limit, offset: offset === 0 ? 0 : offset + 1 }),
    ),
  },
  {
    id: 'last-page-of-statuses-loses-its-end',
    breaks: 'collections.offset',
    apply: pages(operation, (items, paging) => {
      const page = rightPage(items, paging);

      return page.length < paging.limit && paging.offset > 0 ? page.slice(0, -1) : page;
    }),
  },
  {
    id: 'behind-the-end-of-statuses-the-last-page',
    breaks: 'collections.offset.end',
    apply: pages(operation, (items, { limit, offset }) =>
      offset >= items.length ? items.slice(-limit) : items.slice(offset, offset + limit),
    ),
  },
  {
    id: 'count-of-statuses-is-that-of-the-page',
    breaks: 'collections.count',
    apply: withinList(operation, () => ({ total: (_chosen, page) => page.length })),
  },
  {
    id: 'count-of-statuses-missing',
    breaks: 'collections.count',
    apply: dropHeader({ operation }, 'X-Total-Count'),
  },
  {
    id: 'count-of-statuses-in-spite-of-a-filter',
    breaks: 'collections.count',
    apply: changeReply({ operation, status: 200 }, (reply) => ({
      ...reply,
      headers: { ...reply.headers, ...('X-Total-Count' in reply.headers && { 'X-Total-Count': '2000' }) },
    })),
  },
  {
    id: 'count-of-statuses-unasked',
    breaks: 'collections.count.absent',
    apply: changeHeader({ operation, status: 200 }, 'X-Total-Count', '5'),
  },
  {
    id: 'filter-ignored-by-statuses',
    breaks: 'collections.filter.eq',
    apply: withinList(operation, () => ({ matches: () => true })),
  },
  {
    id: 'filter-on-the-trigger-ignored-by-statuses',
    breaks: 'collections.filter.eq',
    apply: ignoresField('triggerId'),
  },
  {
    id: 'filter-on-the-subscription-ignored-by-statuses',
    breaks: 'collections.filter.eq',
    apply: ignoresField('subscriptionId'),
  },
  {
    id: 'filter-on-the-subscription-takes-prefixes',
    breaks: 'collections.filter.eq',
    apply: withinList(operation, ({ matches }) => ({
      matches: (filter, item, field) =>
        matches(filter, item, (record, name) => {
          const text = field(record, name);

          return filter.kind === 'compare' && text?.startsWith(filter.value) ? filter.value : text;
        }),
    })),
  },
  {
    id: 'filter-of-statuses-and-is-or',
    breaks: 'collections.filter.and',
    apply: readAs(operation, (filter) => (filter.kind === 'and' ? { ...filter, kind: 'or' } : filter)),
  },
  {
    id: 'filter-of-statuses-behind-and-ignored',
    breaks: 'collections.filter.and',
    apply: readAs(operation, (filter) => (filter.kind === 'and' ? filter.left : filter)),
  },
  {
    id: 'filter-of-statuses-or-is-and',
    breaks: 'collections.filter.or',
    apply: readAs(operation, (filter) => (filter.kind === 'or' ? { ...filter, kind: 'and' } : filter)),
  },
  {
    id: 'filter-of-statuses-before-or-ignored',
    breaks: 'collections.filter.or',
    apply: readAs(operation, (filter) => (filter.kind === 'or' ? filter.right : filter)),
  },
  {
    id: 'filter-of-statuses-not-ignored',
    breaks: 'collections.filter.not',
    apply: readAs(operation, (filter) => (filter.kind === 'not' ? filter.of : filter)),
  },
  {
    id: 'filter-of-statuses-joins-from-left-to-right',
    breaks: 'collections.filter.precedence',
    apply: binds(operation, 1, 1, 3),
  },
  {
    id: 'filter-of-statuses-without-parentheses',
    breaks: 'collections.filter.parentheses',
    apply: withinList(operation, ({ parseFilter }) => ({
      parseFilter: (text) => parseFilter(text.replace(/[()]/g, ' ')),
    })),
  },
  {
    id: 'filter-on-the-type-taken-by-statuses',
    breaks: 'collections.filter.unsupported-field',
    apply: supports(operation, 'type', 'eq'),
  },
  {
    id: 'filter-on-sw-taken-for-subscriptions-of-statuses',
    breaks: 'collections.filter.unsupported-operator',
    apply: supports(operation, 'subscriptionId', 'sw', 'co'),
  },
  {
    id: 'filter-on-order-taken-for-triggers-of-statuses',
    breaks: 'collections.filter.unsupported-operator',
    apply: supports(operation, 'triggerId', 'ge', 'le'),
  },
  {
    id: 'sorter-completed-ignored-by-statuses',
    breaks: 'collections.sort',
    apply: ignoresSorter('completed'),
  },
  {
    id: 'sorter-trigger-ignored-by-statuses',
    breaks: 'collections.sort',
    apply: ignoresSorter('triggerId'),
  },
  {
    id: 'sorter-name-ignored-by-statuses',
    breaks: 'collections.sort',
    apply: ignoresSorter('subscriptionName'),
  },
  {
    id: 'sorter-created-turned-round-by-statuses',
    breaks: 'collections.sort',
    apply: sortsBy(operation, (sorters) =>
      sorters.map((sorter) =>
        sorter.field === 'created' ? { ...sorter, descending: !sorter.descending } : sorter,
      ),
    ),
  },
  {
    id: 'sorter-minus-ignored-for-created',
    breaks: 'collections.sort.descending',
    apply: ignoresMinusOf('created'),
  },
  {
    id: 'sorter-minus-ignored-for-completed',
    breaks: 'collections.sort.descending',
    apply: ignoresMinusOf('completed'),
  },
  {
    id: 'sorter-minus-ignored-for-names-of-statuses',
    breaks: 'collections.sort.descending',
    apply: ignoresMinusOf('subscriptionName'),
  },
  {
    id: 'last-sorter-of-statuses-decides',
    breaks: 'collections.sort.several',
    apply: sortsBy(operation, (sorters) => sorters.toReversed()),
  },
  {
    id: 'minus-of-the-first-sorter-holds-for-all',
    breaks: 'collections.sort.several',
    apply: sortsBy(operation, (sorters) =>
      sorters.map((sorter) => ({ ...sorter, descending: sorters[0]?.descending ?? false })),
    ),
  },
];
