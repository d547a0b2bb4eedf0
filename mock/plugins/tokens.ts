import { SignJWT } from 'jose';
import type { Clock } from '../clock.ts';
import type { Random } from '../random.ts';
import type { Client } from './clients.ts';

/** A token that was issued. `expires` in milliseconds, as the clock counts. */
export type TokenRecord = Readonly<{ client: Client; expires: number }>;

/** What the token endpoint answers. */
type TokenAnswer = Readonly<{
  access_token: string;
  token_type: 'bearer';
  expires_in: number;
  scope: string;
}> &
  Readonly<Record<string, unknown>>;

/** The tokens of one tenant: issued as real JWTs, looked up by their text. */
export type Tokens = Readonly<{
  issue: (client: Client, lifetimeSeconds?: number) => Promise<TokenAnswer>;
  find: (token: string) => TokenRecord | undefined;
}>;

/** Seconds that a token is good for, as tenants give it. */
const lifetime = 749;

export type Claims = Readonly<Record<string, unknown>>;

type TokenDeps = Readonly<{
  clock: Clock;
  random: Random;
  /** The last say on the claims of a token. */
  claims: (claims: Claims) => Claims;
}>;

export const createTokens = ({ clock, random, claims }: TokenDeps): Tokens => {
  const issued = new Map<string, TokenRecord>();
  const key = Buffer.from(random.hex() + random.hex());
  const organisation = { tenant_id: random.uuid(), pod: 'local', org: 'mock' };

  return {
    issue: async (client, lifetimeSeconds = lifetime) => {
      const now = Math.floor(clock.now() / 1000);
      const expires = now + lifetimeSeconds;
      const person = { identity_id: client.identityId, user_name: client.name };
      const jti = random.uuid();
      const said = claims({
        ...organisation,
        ...person,
        strong_auth_supported: false,
        authorities: client.authorities,
        client_id: client.clientId,
        scope: client.scopes,
        jti,
      });
      const token = await new SignJWT({ ...said })
        .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
        .setIssuedAt(Math.min(now, expires))
        .setExpirationTime(expires)
        .sign(key);
      issued.set(token, { client, expires: expires * 1000 });

      return {
        access_token: token,
        token_type: 'bearer',
        expires_in: lifetimeSeconds,
        scope: client.scopes.join(' '),
        ...organisation,
        ...person,
        strong_auth_supported: false,
        strong_auth: false,
        jti,
      };
    },
    find: (token) => issued.get(token),
  };
};
