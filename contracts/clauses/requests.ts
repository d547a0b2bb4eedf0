import type { Clause } from './clause.ts';
import { sources } from './sources.ts';

const withBody = [
  'createSubscription',
  'updateSubscription',
  'patchSubscription',
  'testSubscriptionFilter',
  'startTestTriggerInvocation',
  'completeTriggerInvocation',
] as const;

/** What is refused wherever it stands in a body; beyond the requests that other clauses name one by one. */
export const requestClauses = {
  'requests.invalid': {
    level: 'must',
    operation: withBody,
    status: 400,
    statement:
      'A body whose required members are missing, of another structure or outside the documented values is refused with 400.',
    source: sources.description,
  },
  'requests.invalid.details': {
    level: 'should',
    operation: withBody,
    status: 400,
    statement:
      'A body with an optional member of another structure, or a value of another type, is refused with 400.',
    source: sources.description,
  },
} as const satisfies Record<string, Clause>;
