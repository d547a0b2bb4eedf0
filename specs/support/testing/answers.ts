import type { LiveExchange } from '../../../client/exchange.ts';
import type { OperationId } from '../../../contracts/operations.ts';
import { type Answer, answerOf } from '../answer.ts';
import { createRecorder, type Recorder } from '../recorder.ts';

export type Answered = Readonly<{
  operation?: OperationId;
  status?: number;
  /** Sent as JSON, or as it is where it is a text. */
  body?: unknown;
  headers?: Readonly<Record<string, string>>;
  /** Of the request: `limit=1&count=true`. */
  query?: string;
}>;

/** An exchange that was never made: 200 with JSON unless told otherwise. */
export const exchangeOf = ({
  operation = 'listSubscriptions',
  status = 200,
  body,
  headers = { 'content-type': 'application/json' },
  query = '',
}: Answered): LiveExchange => {
  const text = body === undefined ? '' : typeof body === 'string' ? body : JSON.stringify(body);
  const live = { text, body: typeof body === 'string' ? undefined : body };

  return {
    operation,
    apiVersion: 'beta',
    identity: 'full',
    request: { method: 'GET', url: `http://tenant.invalid/beta/things?${query}`, headers: {} },
    response: { status, headers, ...live },
    startedAt: '2026-01-01T00:00:00.000Z',
    milliseconds: 1,
    waitedOut: 0,
    live,
  };
};

export const aRecorder = (clause: Recorder['about']['clause'] = 'subscriptions.create'): Recorder =>
  createRecorder({ clause, operation: 'createSubscription' });

export const answered = (answer: Answered, recorder = aRecorder()): Answer =>
  answerOf(exchangeOf(answer), recorder);
