import type { ListOperationId } from '../../../contracts/collections.ts';
import { read } from '../../call.ts';
import { changeHeader, changeReply, withinList } from '../change.ts';
import type { Apply, Variant } from '../mutant.ts';

const lists: readonly ListOperationId[] = [
  'listTriggers',
  'listSubscriptions',
  'listTriggerInvocationStatus',
];

const onEachList =
  (apply: (operation: ListOperationId) => Apply): Apply =>
  (tenant) => {
    for (const operation of lists) apply(operation)(tenant);
  };

/** How lists may be cut and ordered. */
export const listVariants: readonly Variant[] = [
  {
    id: 'pages-of-100-at-most',
    manner: 'A page holds 100 records at most, whatever the limit.',
    source: 'FC-034: fewer than limit',
    touches: ['collections.limit', 'collections.offset'],
    apply: onEachList((operation) =>
      withinList(operation, ({ page }) => ({
        page: (items, paging) => page(items, { ...paging, limit: Math.min(100, paging.limit) }),
      })),
    ),
  },
  {
    id: 'lists-in-another-order-each-time',
    manner: 'Without sorters a list begins somewhere else each time.',
    source: 'not published: the order without sorters',
    touches: ['collections.offset', 'collections.limit'],
    apply: ({ seams: { query } }) => {
      const { sort } = query;
      let asked = 0;
      query.sort = (items, sorters, field) => {
        if (sorters.length > 0) return sort(items, sorters, field);
        asked += 1;
        const from = asked % Math.max(1, items.length);

        return [...items.slice(from), ...items.slice(0, from)];
      };
    },
  },
  {
    id: 'equal-records-in-reverse',
    manner: 'Records that the sorters do not tell apart come newest first.',
    source: 'not published: the order of equal records',
    touches: ['collections.sort', 'collections.sort.several'],
    apply: onEachList((operation) =>
      withinList(operation, ({ sort }) => ({
        sort: (items, sorters, field) => sort(items.toReversed(), sorters, field),
      })),
    ),
  },
  {
    id: 'unknown-sorters-are-ignored',
    manner: 'A sorter that a list does not have changes nothing.',
    source: 'not published: a bad sorter',
    touches: ['collections.sort.unsupported'],
    apply: onEachList((operation) =>
      withinList(operation, ({ parseSorters }) => ({
        parseSorters: (text, supported) => {
          const parsed = parseSorters(text, supported);

          return parsed.ok ? parsed : read([]);
        },
      })),
    ),
  },
  {
    id: 'lists-have-links',
    manner: 'A page says in headers where the next one is, and how many it holds.',
    source: 'FC-046: extra headers',
    touches: ['collections.count.absent', 'exchange.body'],
    apply: onEachList((operation) => (tenant) => {
      changeHeader({ operation, status: 200 }, 'Link', '</beta/triggers?offset=1>; rel="next"')(tenant);
      changeHeader({ operation, status: 200 }, 'X-Page-Size', '1')(tenant);
    }),
  },
  {
    id: 'lists-are-cached-elsewhere',
    manner: 'Lists carry validators and ages of a cache.',
    source: 'FC-046: extra headers',
    touches: ['collections.count.absent', 'exchange.body'],
    apply: changeReply({ status: 200 }, (reply) => ({
      ...reply,
      headers: { ...reply.headers, ETag: '"abc"', Vary: 'Accept-Encoding, Authorization', Age: '0' },
    })),
  },
];
