import { operationIds } from '../operations.ts';
import type { Clause } from './clause.ts';
import { sources } from './sources.ts';

const withNoContent = [
  'deleteSubscription',
  'startTestTriggerInvocation',
  'completeTriggerInvocation',
] as const;

/** What every answer owes, whatever was asked. Judged at each exchange. */
export const exchangeClauses = {
  'exchange.status': {
    level: 'must',
    operation: operationIds,
    statement: 'An operation answers with a status that is documented for it.',
    source: sources.description,
  },
  'exchange.media-type': {
    level: 'must',
    operation: operationIds,
    statement: 'A body is JSON, and its Content-Type says so.',
    source: sources.description,
  },
  'exchange.body': {
    level: 'must',
    operation: operationIds,
    statement: 'The body of a success has the documented members with the documented types.',
    source: sources.description,
  },
  'exchange.body.details': {
    level: 'should',
    operation: operationIds,
    statement: 'A body holds documented values, and no null where a text is documented.',
    source: sources.description,
  },
  'exchange.error-body': {
    level: 'must',
    operation: operationIds,
    statement: 'The body of an error is an object whose documented members have the documented types.',
    source: sources.description,
  },
  'exchange.no-content': {
    level: 'must',
    operation: withNoContent,
    status: 204,
    statement: 'A 204 has no body.',
    source: sources.description,
  },
  'exchange.internal-error': {
    level: 'must',
    operation: operationIds,
    status: 500,
    statement: 'An internal fault is answered with 500 and an error body.',
    source: sources.description,
  },
} as const satisfies Record<string, Clause>;
