import type { OperationId } from '../operations.ts';
import type { Clause } from './clause.ts';
import { sources } from './sources.ts';

const listing = ['listTriggers', 'listSubscriptions', 'listTriggerInvocationStatus'] as const;
const managing = [
  'createSubscription',
  'updateSubscription',
  'patchSubscription',
  'deleteSubscription',
  'testSubscriptionFilter',
  'startTestTriggerInvocation',
] as const;
const withToken = [...listing, ...managing] as const satisfies readonly OperationId[];

/** Tokens and scopes. */
export const authenticationClauses = {
  'auth.token.issued': {
    level: 'must',
    operation: 'requestToken',
    statement: 'Right client credentials get a bearer token with its lifetime in seconds.',
    source: sources.authenticationGuide,
  },
  'auth.token.forms': {
    level: 'must',
    operation: 'requestToken',
    statement: 'Client credentials are taken as form body, multipart body or query string.',
    source: sources.authenticationGuide,
  },
  'auth.token.claims': {
    level: 'should',
    operation: 'requestToken',
    statement: 'The token is a JWT with the documented claims.',
    source: sources.authenticationGuide,
  },
  'auth.token.wrong-credentials': {
    level: 'must',
    operation: 'requestToken',
    statement: 'Wrong client credentials get 400 or 401 and no token.',
    source: sources.oauth,
  },
  'auth.token.missing': {
    level: 'must',
    operation: withToken,
    status: 401,
    statement: 'A request without a token is refused with 401.',
    source: sources.description,
  },
  'auth.token.forged': {
    level: 'must',
    operation: withToken,
    status: 401,
    statement: 'A request with a token that the tenant did not issue is refused with 401.',
    source: sources.description,
  },
  'auth.token.expired': {
    level: 'must',
    operation: withToken,
    status: 401,
    statement: 'A request with an expired token is refused with 401.',
    source: sources.description,
  },
  'auth.scope.required': {
    level: 'must',
    operation: withToken,
    status: 403,
    statement: 'A client without any scope of the trigger service is refused with 403.',
    source: sources.description,
  },
  'auth.scope.manage': {
    level: 'must',
    operation: managing,
    status: 403,
    statement: 'A client with read scopes only is refused with 403 where the manage scope is needed.',
    source: sources.description,
  },
  'auth.scope.read': {
    level: 'must',
    operation: listing,
    status: 200,
    statement: 'A client with the read scope may list.',
    source: sources.description,
  },
} as const satisfies Record<string, Clause>;
