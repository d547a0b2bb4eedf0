import type { LiveExchange } from '../../client/exchange.ts';
import type { ClauseId } from '../../contracts/clauses/index.ts';
import { type Operation, type OperationId, operations } from '../../contracts/operations.ts';
import { type Issue, responseIssues, responseWarnings } from '../../contracts/validators/index.ts';
import { type Answer, answerOf } from './answer.ts';
import { judgeCollection } from './judge-collection.ts';
import { judgeRetryAfter } from './judge-retry-after.ts';
import { judgeSecrets } from './judge-secrets.ts';
import { type Recorder, violate } from './recorder.ts';

/** A promise that an exchange broke, whatever its spec was about. */
export type Finding = Readonly<{
  clause: ClauseId;
  expected: string;
  seen: string;
  level?: 'must' | 'should';
}>;

/** Notes an exchange and what it broke of that which every exchange owes. */
export const observe = (exchange: LiveExchange, recorder: Recorder): void => {
  const { operation, response } = exchange;
  recorder.exchanges.push(exchange);
  for (const finding of judge(answerOf(exchange, recorder), operation)) {
    violate(recorder, { ...finding, operation, status: response.status, exchange });
  }
};

/**
 * Judges one exchange by what every exchange owes: a documented status, JSON that says so, the documented
 * schema and headers, no secret. Specs judge what theirs is about and nothing of this.
 */
export const judge = (answer: Answer, operation: OperationId): readonly Finding[] => [
  ...judgeStatus(answer, operations[operation]),
  ...judgeBody(answer, operation),
  ...judgeRetryAfter(answer),
  ...judgeCollection(answer, operation),
  ...judgeSecrets(answer),
];

const documented = ({ success, errors }: Operation): readonly number[] => [...success, ...errors];

const isRefusal = (status: number): boolean => status >= 400 && status < 500;

/** An undocumented refusal (405, 415 ...) only warns; any other undocumented status is a broken promise. */
const judgeStatus = ({ status }: Answer, operation: Operation): readonly Finding[] =>
  documented(operation).includes(status)
    ? []
    : [
        {
          clause: 'exchange.status',
          expected: `one of ${documented(operation).join(', ')}`,
          seen: String(status),
          level: isRefusal(status) ? 'should' : 'must',
        },
      ];

const judgeBody = (answer: Answer, operation: OperationId): readonly Finding[] => {
  const { status } = answer;
  if (!documented(operations[operation]).includes(status) || status === 401) return [];
  if (status === 204) return judgeNoContent(answer);
  if (answer.body === undefined) {
    return [{ clause: 'exchange.media-type', expected: 'JSON', seen: unreadable(answer) }];
  }
  const isSuccess = status < 300;

  return [
    ...judgeMediaType(answer),
    ...grouped(
      responseIssues(operation, status, answer.body),
      isSuccess ? 'exchange.body' : 'exchange.error-body',
      status,
    ),
    ...grouped(anyRecord(responseWarnings(operation, status, answer.body)), 'exchange.body.details', status),
  ];
};

/** What only warns is told once for a list, not record by record. */
const anyRecord = (issues: readonly Issue[]): readonly Issue[] => {
  const told = new Map(
    issues.map((issue) => {
      const pointer = issue.pointer.replace(/\/\d+(?=\/|$)/g, '/*');

      return [`${pointer} ${issue.message}`, { ...issue, pointer }];
    }),
  );

  return [...told.values()];
};

/** Clients do not read a body behind a 204, so what announces one counts as well. */
const judgeNoContent = ({ headers, text }: Answer): readonly Finding[] => {
  const announced = Number(headers['content-length'] ?? 0);

  return text === '' && announced === 0
    ? []
    : [
        {
          clause: 'exchange.no-content',
          expected: 'no body',
          seen: `a body of ${announced || text.length} bytes`,
        },
      ];
};

const judgeMediaType = ({ headers }: Answer): readonly Finding[] => {
  const type = headers['content-type'] ?? 'no Content-Type';

  return /^application\/([\w.-]+\+)?json\s*(;|$)/i.test(type)
    ? []
    : [{ clause: 'exchange.media-type', expected: 'application/json', seen: type }];
};

const unreadable = ({ headers, text }: Answer): string =>
  text === ''
    ? 'an empty body'
    : `a body that does not parse (${headers['content-type'] ?? 'no Content-Type'})`;

const grouped = (issues: readonly Issue[], clause: ClauseId, status: number): readonly Finding[] =>
  issues.length === 0
    ? []
    : [
        {
          clause,
          expected: `the documented body of a ${status}`,
          seen: issues
            .slice(0, 3)
            .map(({ pointer, message }) => `${pointer || 'the body'} ${message}`)
            .concat(issues.length > 3 ? [`${issues.length - 3} more`] : [])
            .join('; '),
        },
      ];
