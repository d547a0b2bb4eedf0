import { withinList } from '../change.ts';
import { anything, binds, readAs, sortsBy, supports } from '../change-list.ts';
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

/** The filters and sorters of the list of statuses. */
export const statusListingMutants: readonly Mutant[] = [
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
