import type { LiveExchange } from '../../client/exchange.ts';
import { clauses } from '../../contracts/clauses/index.ts';
import type { ExchangeFacts } from '../../reports/health/snapshot.ts';
import { answerOf } from '../../specs/support/answer.ts';
import { judge } from '../../specs/support/judge.ts';
import { createRecorder } from '../../specs/support/recorder.ts';

/** An exchange, judged by what every exchange owes, as the gate judges it. */
export const exchangeFacts = (exchange: LiveExchange): ExchangeFacts => {
  const { operation, response, milliseconds, startedAt } = exchange;
  const answer = answerOf(exchange, createRecorder({ clause: 'exchange.status', operation }));

  return {
    operation,
    status: response.status,
    milliseconds,
    startedAt,
    violations: judge(answer, operation).map(({ clause, expected, seen, level }) => ({
      clause,
      level: level ?? clauses[clause].level,
      expected,
      seen,
    })),
  };
};
