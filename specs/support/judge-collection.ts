import type { ClauseId } from '../../contracts/clauses/index.ts';
import type { OperationId } from '../../contracts/operations.ts';
import { type Answer, recordsOf } from './answer.ts';
import type { Finding } from './judge.ts';

const lists: readonly OperationId[] = ['listTriggers', 'listSubscriptions', 'listTriggerInvocationStatus'];

/** What each page of a collection owes: no more records than asked for, and the total just when asked for. */
export const judgeCollection = (answer: Answer, operation: OperationId): readonly Finding[] => {
  if (!lists.includes(operation) || answer.status !== 200 || !Array.isArray(answer.body)) return [];
  const query = new URL(answer.exchange.request.url).searchParams;

  return [
    ...judgeLimit(answer.body.length, query.get('limit')),
    ...judgeTotal(answer, answer.body.length, query),
    ...judgeOnce(answer, operation),
  ];
};

const once: Partial<Readonly<Record<OperationId, ClauseId>>> = {
  listTriggers: 'triggers.unique',
  listSubscriptions: 'subscriptions.list',
  listTriggerInvocationStatus: 'invocations.status',
};

/** No page shows a record twice. */
const judgeOnce = (answer: Answer, operation: OperationId): readonly Finding[] => {
  const ids = recordsOf(answer).flatMap(({ id }) => (typeof id === 'string' ? [id] : []));
  const again = ids.find((id, index) => ids.indexOf(id) !== index);
  const clause = once[operation];

  return again === undefined || clause === undefined
    ? []
    : [{ clause, expected: 'each record once on a page', seen: `${again} twice` }];
};

const judgeLimit = (length: number, asked: string | null): readonly Finding[] => {
  const limit = Number(asked ?? 250);
  if (!(limit > 0 && limit <= 250) || length <= limit) return [];

  return [
    {
      clause: asked === null ? 'collections.limit.default' : 'collections.limit',
      expected: `at most ${limit} record${limit === 1 ? '' : 's'}`,
      seen: `${length} records`,
    },
  ];
};

const judgeTotal = ({ headers }: Answer, length: number, query: URLSearchParams): readonly Finding[] => {
  const total = headers['x-total-count'];
  const count = query.get('count') ?? 'false';
  if (count !== 'true') {
    return total === undefined || count !== 'false'
      ? []
      : [
          {
            clause: 'collections.count.absent',
            expected: 'no X-Total-Count',
            seen: `X-Total-Count: ${total}`,
          },
        ];
  }
  const least = Number(query.get('offset') ?? 0) + length;

  return total !== undefined && /^\d+$/.test(total) && (length === 0 || Number(total) >= least)
    ? []
    : [
        {
          clause: 'collections.count',
          expected: `X-Total-Count, a whole number of at least ${least}`,
          seen: total === undefined ? 'no X-Total-Count' : `X-Total-Count: ${total}`,
        },
      ];
};
