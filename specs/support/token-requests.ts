import type { Client } from '../../client/client.ts';
import type { TokenForm } from '../../client/token-request.ts';
import type { Credentials } from '../../client/tokens.ts';
import { isObject } from './answer.ts';
import { type Recorder, violate } from './recorder.ts';

/** What the token endpoint answered. */
export type TokenAnswer = Readonly<{ status: number; body: unknown; text: string }>;

/** Asks the token endpoint, and judges its answers. */
export type TokenRequests = ReturnType<typeof createTokenRequests>;

type TokenRequestsOptions = Readonly<{ client: Client; credentials: Credentials; recorder: Recorder }>;

type Fact = Readonly<{ holds: boolean; expected: string; seen: string }>;

const claims = [
  'tenant_id',
  'org',
  'pod',
  'identity_id',
  'user_name',
  'authorities',
  'client_id',
  'scope',
  'exp',
  'jti',
];

export const createTokenRequests = ({ client, credentials, recorder }: TokenRequestsOptions) => ({
  ask: (changes: Partial<Credentials> & Readonly<{ form?: TokenForm }> = {}): Promise<TokenAnswer> =>
    client.requestToken({ ...credentials, ...changes }),

  /** Notes the promise of the test as broken where a fact does not hold. */
  keep: ({ holds, expected, seen }: Fact): void => {
    if (!holds) violate(recorder, { expected, seen });
  },
});

/** The answer hands out a bearer token and says how long it lives. */
export const isBearerToken = ({ status, body }: TokenAnswer): Fact => {
  const { access_token: token, token_type: type, expires_in: lifetime } = isObject(body) ? body : {};

  return {
    holds:
      status === 200 &&
      typeof token === 'string' &&
      token !== '' &&
      /^bearer$/i.test(String(type)) &&
      Number(lifetime) > 0,
    expected: '200 with access_token, token_type bearer and expires_in in seconds',
    seen: `${status}, token_type ${JSON.stringify(type)}, expires_in ${JSON.stringify(lifetime)}, ${typeof token === 'string' ? 'a token' : 'no token'}`,
  };
};

/** The answer refuses, and hands out no token. */
export const isTokenRefusal = ({ status, body }: TokenAnswer): Fact => ({
  holds: (status === 400 || status === 401) && !(isObject(body) && typeof body.access_token === 'string'),
  expected: '400 or 401, no token',
  seen: `${status}, ${isObject(body) && body.access_token ? 'a token' : 'no token'}`,
});

/** The token is a JWT that has the documented claims. */
export const hasClaims = ({ body }: TokenAnswer): Fact => {
  const token = isObject(body) ? String(body.access_token) : '';
  const payload = decoded(token.split('.')[1] ?? '');
  const missing = claims.filter((claim) => !(claim in payload));

  return {
    holds: missing.length === 0,
    expected: `a JWT with the claims ${claims.join(', ')}`,
    seen: missing.length === claims.length ? 'a token that is no JWT' : `none of ${missing.join(', ')}`,
  };
};

const decoded = (part: string): Readonly<Record<string, unknown>> => {
  try {
    const payload: unknown = JSON.parse(Buffer.from(part, 'base64url').toString('utf8'));
    return isObject(payload) ? payload : {};
  } catch {
    return {};
  }
};
