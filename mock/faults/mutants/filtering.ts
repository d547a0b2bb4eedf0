import { withinList } from '../change.ts';
import { anything, binds, readAs, supports } from '../change-list.ts';
import type { Mutant } from '../mutant.ts';

export const filteringMutants: readonly Mutant[] = [
  {
    id: 'filter-ignored-by-triggers',
    breaks: 'collections.filter.eq',
    apply: withinList('listTriggers', () => ({ matches: () => true })),
  },
  {
    id: 'filter-ignored-by-subscriptions',
    breaks: 'collections.filter.eq',
    apply: withinList('listSubscriptions', () => ({ matches: () => true })),
  },
  {
    id: 'filter-on-trigger-id-ignored',
    breaks: 'collections.filter.eq',
    apply: readAs('listSubscriptions', (filter) =>
      filter.kind === 'compare' && filter.field === 'triggerId' ? anything(filter) : filter,
    ),
  },
  {
    id: 'filter-with-eq-takes-prefixes',
    breaks: 'collections.filter.eq',
    apply: withinList('listTriggers', ({ matches }) => ({
      matches: (filter, item, field) =>
        matches(filter, item, (record, name) => {
          const text = field(record, name);

          return filter.kind === 'compare' && text?.startsWith(filter.value) ? filter.value : text;
        }),
    })),
  },
  {
    id: 'filter-with-ge-leaves-out-the-value',
    breaks: 'collections.filter.order',
    apply: readAs('listTriggers', (filter) =>
      filter.kind === 'compare' && filter.operator === 'ge'
        ? { kind: 'not', of: { ...filter, operator: 'le' } }
        : filter,
    ),
  },
  {
    id: 'filter-with-le-turned-round',
    breaks: 'collections.filter.order',
    apply: readAs('listTriggers', (filter) =>
      filter.kind === 'compare' && filter.operator === 'le' ? { ...filter, operator: 'ge' } : filter,
    ),
  },
  {
    id: 'filter-with-le-is-eq-for-types',
    breaks: 'collections.filter.order',
    apply: readAs('listSubscriptions', (filter) =>
      filter.kind === 'compare' && filter.operator === 'le' ? { ...filter, operator: 'eq' } : filter,
    ),
  },
  {
    id: 'filter-and-is-or',
    breaks: 'collections.filter.and',
    apply: readAs('listSubscriptions', (filter) =>
      filter.kind === 'and' ? { ...filter, kind: 'or' } : filter,
    ),
  },
  {
    id: 'filter-behind-and-ignored',
    breaks: 'collections.filter.and',
    apply: readAs('listTriggers', (filter) => (filter.kind === 'and' ? filter.left : filter)),
  },
  {
    id: 'filter-behind-or-ignored',
    breaks: 'collections.filter.or',
    apply: readAs('listTriggers', (filter) => (filter.kind === 'or' ? filter.left : filter)),
  },
  {
    id: 'filter-not-ignored',
    breaks: 'collections.filter.not',
    apply: readAs('listTriggers', (filter) => (filter.kind === 'not' ? filter.of : filter)),
  },
  {
    id: 'filter-or-binds-before-and',
    breaks: 'collections.filter.precedence',
    apply: binds('listTriggers', 2, 1, 3),
  },
  {
    id: 'filter-joins-from-left-to-right',
    breaks: 'collections.filter.precedence',
    apply: binds('listTriggers', 1, 1, 3),
  },
  {
    id: 'filter-not-binds-last',
    breaks: 'collections.filter.precedence',
    apply: binds('listTriggers', 1, 2, 0),
  },
  {
    id: 'filter-parentheses-ignored',
    breaks: 'collections.filter.parentheses',
    apply: withinList('listTriggers', ({ parseFilter }) => ({
      parseFilter: (text) => parseFilter(text.replace(/[()]/g, ' ')),
    })),
  },
  {
    id: 'filter-escapes-stay',
    breaks: 'collections.filter.escapes',
    apply: withinList('listTriggers', ({ parseFilter }) => ({
      parseFilter: (text) =>
        /\\"/.test(text)
          ? { ok: false, problem: { field: 'filters', text: 'cannot be read' } }
          : parseFilter(text),
    })),
  },
  {
    id: 'filter-on-name-taken-by-triggers',
    breaks: 'collections.filter.unsupported-field',
    apply: supports('listTriggers', 'name', 'eq'),
  },
  {
    id: 'filter-on-name-taken-by-subscriptions',
    breaks: 'collections.filter.unsupported-field',
    apply: supports('listSubscriptions', 'name', 'eq', 'ge', 'le'),
  },
  {
    id: 'filter-on-ge-taken-for-types',
    breaks: 'collections.filter.unsupported-operator',
    apply: supports('listSubscriptions', 'type', 'ge'),
  },
  {
    id: 'filter-on-le-taken-for-ids',
    breaks: 'collections.filter.unsupported-operator',
    apply: supports('listSubscriptions', 'id', 'ge', 'le'),
  },
  {
    id: 'filter-on-sw-taken-by-triggers',
    breaks: 'collections.filter.unsupported-operator',
    apply: supports('listTriggers', 'id', 'sw', 'co', 'ne', 'gt', 'lt', 'in'),
  },
];
