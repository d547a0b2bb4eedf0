import { withinList } from '../change.ts';
import type { Mutant } from '../mutant.ts';

export const sortingMutants: readonly Mutant[] = [
  {
    id: 'sorters-ignored-by-triggers',
    breaks: 'collections.sort',
    apply: withinList('listTriggers', () => ({ sort: (items) => items.toReversed() })),
  },
  {
    id: 'sorters-ignored-by-subscriptions',
    breaks: 'collections.sort',
    apply: withinList('listSubscriptions', () => ({ sort: (items) => items })),
  },
  {
    id: 'sorters-turned-round',
    breaks: 'collections.sort',
    apply: withinList('listTriggers', ({ sort }) => ({
      sort: (items, sorters, ...rest) =>
        sort(
          items,
          sorters.map((sorter) => ({ ...sorter, descending: !sorter.descending })),
          ...rest,
        ),
    })),
  },
  {
    id: 'sorter-name-sorts-by-id',
    breaks: 'collections.sort',
    apply: withinList('listTriggers', ({ sort }) => ({
      sort: (items, sorters, ...rest) =>
        sort(
          items,
          sorters.map((sorter) => ({ ...sorter, field: 'id' })),
          ...rest,
        ),
    })),
  },
  {
    id: 'sorters-apply-to-the-page-only',
    breaks: 'collections.sort',
    apply: withinList('listTriggers', ({ sort, page }) => {
      let asked: Parameters<typeof sort>[1] = [];
      let reader: Parameters<typeof sort>[2] = () => undefined;

      return {
        sort: (items, sorters, field) => {
          asked = sorters;
          reader = field as typeof reader;

          return items.toReversed();
        },
        page: (items, paging) => sort(page(items, paging), asked, reader),
      };
    }),
  },
  {
    id: 'sorter-minus-ignored-by-triggers',
    breaks: 'collections.sort.descending',
    apply: withinList('listTriggers', ({ sort }) => ({
      sort: (items, sorters, ...rest) =>
        sort(
          items,
          sorters.map((sorter) => ({ ...sorter, descending: false })),
          ...rest,
        ),
    })),
  },
  {
    id: 'sorter-minus-ignored-by-subscriptions',
    breaks: 'collections.sort.descending',
    apply: withinList('listSubscriptions', ({ sort }) => ({
      sort: (items, sorters, ...rest) =>
        sort(
          items,
          sorters.map((sorter) => ({ ...sorter, descending: false })),
          ...rest,
        ),
    })),
  },
  {
    id: 'second-sorter-ignored',
    breaks: 'collections.sort.several',
    apply: withinList('listTriggerInvocationStatus', ({ sort }) => ({
      sort: (items, sorters, ...rest) => sort(items, sorters.slice(0, 1), ...rest),
    })),
  },
  {
    id: 'last-sorter-decides',
    breaks: 'collections.sort.several',
    apply: withinList('listTriggers', ({ sort }) => ({
      sort: (items, sorters, ...rest) => sort(items, sorters.toReversed(), ...rest),
    })),
  },
];
