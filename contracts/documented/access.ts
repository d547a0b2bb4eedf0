import type { Statement } from './statement.ts';

/** Lists, errors, quota and tokens. */
export const accessStatements: readonly Statement[] = [
  {
    topic: 'collections',
    says: 'Pages have a limit, an offset and, when asked, a count; what a filter does not support is refused.',
    found: '`limit` 0-250 (default 250)',
    clauses: [
      'collections.limit',
      'collections.limit.default',
      'collections.offset',
      'collections.offset.end',
      'collections.count',
      'collections.count.absent',
      'collections.filter.unsupported-field',
      'collections.filter.unsupported-operator',
    ],
  },
  {
    topic: 'collections',
    says: 'Triggers are filtered by id and sorted by id and name.',
    found: '| listTriggers | id: eq',
    clauses: ['collections.filter.eq', 'collections.filter.order', 'collections.sort'],
  },
  {
    topic: 'collections',
    says: 'Subscriptions are filtered by id, trigger and type and sorted by two fields.',
    found: '| listSubscriptions | id: eq',
    clauses: [
      'collections.filter.eq',
      'collections.filter.order',
      'collections.sort',
      'collections.sort.several',
    ],
  },
  {
    topic: 'collections',
    says: 'Statuses are filtered by two ids and sorted by four fields.',
    found: '| listTriggerInvocationStatus | triggerId',
    clauses: [
      'collections.filter.eq',
      'collections.sort',
      'collections.sort.descending',
      'collections.sort.several',
    ],
  },
  {
    topic: 'collections',
    says: 'Filters are joined by and, or, not and parentheses, and texts have escapes.',
    found: 'Filter syntax: SCIM-like',
    clauses: [
      'collections.filter.and',
      'collections.filter.or',
      'collections.filter.not',
      'collections.filter.precedence',
      'collections.filter.parentheses',
      'collections.filter.escapes',
    ],
  },
  {
    topic: 'collections',
    says: 'Statuses are kept for one day or two, and 2000 of them can be fetched.',
    found: 'Invocation statuses: successful ones',
    clauses: ['invocations.status.retention', 'invocations.status.most', 'invocations.status.in-flight'],
  },
  {
    topic: 'collections',
    says: 'A sibling collection refuses an offset past its end.',
    found: 'On a sibling collection',
    noClause: 'It was seen, and not documented: the walk and a variant bear it.',
  },
  {
    topic: 'errors',
    says: 'An error has code, tracking id, messages and causes.',
    found: 'ErrorResponseDto [D]',
    clauses: ['exchange.error-body'],
  },
  {
    topic: 'errors',
    says: 'Each cause of a refusal has its status, and a 429 says how long to wait.',
    found: '401 `{"error"',
    clauses: [
      'auth.token.missing',
      'auth.token.forged',
      'auth.token.expired',
      'auth.scope.required',
      'exchange.internal-error',
      'quota.retry-after',
    ],
  },
  {
    topic: 'errors',
    says: 'Sibling services have codes of their own.',
    found: 'Related codes on sibling services',
    noClause: 'They are of other services; the wording of a code is never judged.',
  },
  {
    topic: 'quota',
    says: 'A client may send 100 requests in 10 seconds to a version; a 429 says when it may go on.',
    found: '100 requests per 10 s',
    clauses: [
      'quota.limit',
      'quota.per-client',
      'quota.per-version',
      'quota.retry-after',
      'quota.retry-after.sufficient',
    ],
  },
  {
    topic: 'tokens',
    says: 'Client credentials are taken in three forms and give a JWT with a lifetime; wrong ones give none.',
    found: '`POST https://{tenant}',
    clauses: ['auth.token.issued', 'auth.token.forms', 'auth.token.claims', 'auth.token.wrong-credentials'],
  },
];
