import { changeHeader, changeReply, dropHeader, withinList } from '../change.ts';
import { pages, rightPage } from '../change-list.ts';
import type { Mutant } from '../mutant.ts';

export const pagingMutants: readonly Mutant[] = [
  {
    id: 'limit-ignored-by-triggers',
    breaks: 'collections.limit',
    apply: pages('listTriggers', (items, { offset }) => items.slice(offset)),
  },
  {
    id: 'limit-ignored-by-subscriptions',
    breaks: 'collections.limit',
    apply: pages('listSubscriptions', (items, { offset }) => items.slice(offset)),
  },
  {
    id: 'limit-one-too-many',
    breaks: 'collections.limit',
    apply: pages('listSubscriptions', (items, { limit, offset }) => items.slice(offset, offset + limit + 1)),
  },
  {
    id: 'page-holds-ten-at-most-and-says-so-nowhere',
    breaks: 'collections.offset',
    apply: pages('listSubscriptions', (items, { limit, offset }) => {
      const start = limit > 0 ? Math.floor(offset / limit) * 10 : 0;

      return items.slice(start, start + Math.min(limit, 10));
    }),
  },
  {
    id: 'default-page-holds-251',
    breaks: 'collections.limit.default',
    apply: pages('listSubscriptions', (items, paging) =>
      rightPage(items, paging.limit === 250 ? { ...paging, limit: 251 } : paging),
    ),
  },
  {
    id: 'offset-ignored-by-triggers',
    breaks: 'collections.offset',
    apply: pages('listTriggers', (items, { limit }) => items.slice(0, limit)),
  },
  {
    id: 'offset-ignored-by-subscriptions',
    breaks: 'collections.offset',
    apply: pages('listSubscriptions', (items, { limit }) => items.slice(0, limit)),
  },
  {
    id: 'offset-counts-pages',
    breaks: 'collections.offset',
    apply: pages('listTriggers', (items, { limit, offset }) =>
      items.slice(offset * limit, (offset + 1) * limit),
    ),
  },
  {
    id: 'offset-begins-at-one',
    breaks: 'collections.offset',
    apply: pages('listSubscriptions', (items, { limit, offset }) =>
      items.slice(Math.max(0, offset - 1), Math.max(0, offset - 1) + limit),
    ),
  },
  {
    id: 'second-page-repeats-a-record',
    breaks: 'collections.offset',
    apply: pages('listTriggers', (items, { limit, offset }) =>
      offset === 0 ? items.slice(0, limit) : items.slice(offset - 1, offset - 1 + limit),
    ),
  },
  {
    id: 'second-page-skips-a-record',
    breaks: 'collections.offset',
    apply: pages('listSubscriptions', (items, { limit, offset }) =>
      offset === 0 ? items.slice(0, limit) : items.slice(offset + 1, offset + 1 + limit),
    ),
  },
  {
    id: 'behind-the-end-the-first-page-again',
    breaks: 'collections.offset.end',
    apply: pages('listTriggers', (items, paging) =>
      paging.offset >= items.length ? items.slice(0, paging.limit) : rightPage(items, paging),
    ),
  },
  {
    id: 'count-is-that-of-the-page',
    breaks: 'collections.count',
    apply: withinList('listTriggers', () => ({ total: (_chosen, page) => page.length })),
  },
  {
    id: 'count-one-short',
    breaks: 'collections.count',
    apply: withinList('listSubscriptions', ({ total }) => ({ total: (...parts) => total(...parts) - 1 })),
  },
  {
    id: 'count-missing',
    breaks: 'collections.count',
    apply: dropHeader({ operation: 'listSubscriptions' }, 'X-Total-Count'),
  },
  {
    id: 'count-of-all-in-spite-of-a-filter',
    breaks: 'collections.count',
    apply: changeReply({ operation: 'listTriggers', status: 200 }, (reply) =>
      'X-Total-Count' in reply.headers
        ? { ...reply, headers: { ...reply.headers, 'X-Total-Count': '20' } }
        : reply,
    ),
  },
  {
    id: 'count-unasked',
    breaks: 'collections.count.absent',
    apply: changeHeader({ operation: 'listTriggers', status: 200 }, 'X-Total-Count', '20'),
  },
];
