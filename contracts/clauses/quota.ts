import { operationIds } from '../operations.ts';
import type { Clause } from './clause.ts';
import { sources } from './sources.ts';

/** The limit of requests: 100 in 10 seconds for a client and a version. */
export const quotaClauses = {
  'quota.limit': {
    level: 'must',
    operation: operationIds,
    status: 429,
    statement: 'A client that sends more than 100 requests in 10 seconds is answered 429.',
    source: sources.rateLimitGuide,
  },
  'quota.retry-after': {
    level: 'must',
    operation: operationIds,
    status: 429,
    statement: 'A 429 carries Retry-After in whole seconds.',
    source: sources.rateLimitGuide,
  },
  'quota.retry-after.sufficient': {
    level: 'must',
    operation: 'listTriggers',
    status: 429,
    statement: 'A client that waits as long as Retry-After says is served again.',
    source: sources.rateLimitGuide,
  },
  'quota.per-client': {
    level: 'must',
    operation: 'listTriggers',
    statement: 'The quota of one client is not used up by another.',
    source: sources.rateLimitGuide,
  },
  'quota.per-version': {
    level: 'must',
    operation: 'listTriggers',
    statement: 'The quota of one API version is not used up by requests to another.',
    source: sources.rateLimitGuide,
  },
} as const satisfies Record<string, Clause>;
