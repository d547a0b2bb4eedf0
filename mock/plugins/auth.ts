import type { Call, Reply } from '../call.ts';
import type { Tenant } from '../tenant.ts';
import { errorReply, unauthorized } from './errors.ts';

/** Grants every operation, whatever an operation lists. */
const allScopes = 'sp:scopes:all';

/**
 * Finds the token of a request. An operation without scopes authenticates by other means:
 * it takes a good token into account, and needs none.
 */
export const authenticate = (call: Call, tenant: Tenant): Reply | undefined => {
  const refusal = readToken(call, tenant);

  return tenant.scopes[call.operation].length === 0 ? undefined : refusal;
};

/** Refuses a token that has none of the operation's scopes. */
export const authorize = (call: Call, tenant: Tenant): Reply | undefined => {
  const needed = tenant.scopes[call.operation];
  if (needed.length === 0 || !call.token) return undefined;

  const { scopes } = call.token.client;
  const granted = scopes.includes(allScopes) || needed.some((scope) => scopes.includes(scope));

  return granted ? undefined : errorReply(403, call.requestId);
};

const readToken = (call: Call, tenant: Tenant): Reply | undefined => {
  const text = bearer(call.headers.authorization);
  if (!text) return unauthorized('JWT is required');

  const token = tenant.tokens.find(text);
  if (!token) return unauthorized('JWT validation failed: JWT is not valid');
  if (tenant.seams.hasExpired(token, tenant)) return unauthorized('JWT validation failed: JWT is expired');
  call.token = token;

  return undefined;
};

const bearer = (header: Call['headers'][string]): string | undefined =>
  typeof header === 'string' && /^bearer /i.test(header) ? header.slice('bearer '.length).trim() : undefined;
