import type { InvocationRecord } from '../../records.ts';
import { changeHeader, changeReply, dropHeader, withinList } from '../change.ts';
import { pages, rightPage } from '../change-list.ts';
import type { Mutant } from '../mutant.ts';

const operation = 'listTriggerInvocationStatus';

/** The pages of the list of statuses. */
export const statusPagingMutants: readonly Mutant[] = [
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
    id: 'first-ten-statuses-only',
    breaks: 'invocations.status',
    apply: pages(operation, (items, paging) => rightPage(items.slice(0, 10), paging)),
  },
  {
    id: 'last-twenty-statuses-only',
    breaks: 'invocations.status',
    apply: pages(operation, (items, paging) => rightPage(items.slice(-20), paging)),
  },
  {
    id: 'outputs-on-the-first-page-only',
    breaks: 'invocations.status.output',
    apply: pages(operation, (items, paging) =>
      rightPage(items, paging).map((item) =>
        paging.offset === 0 ? item : { ...(item as InvocationRecord), output: {} },
      ),
    ),
  },
];
