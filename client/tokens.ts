import type { Clock } from './clock.ts';
import { TokenError } from './errors.ts';
import type { Identity } from './exchange.ts';
import type { Masker } from './masker.ts';
import type { OauthInfo } from './oauth-info.ts';
import { parseJson } from './parse-json.ts';
import type { WireResponse } from './round-trip.ts';
import type { Send } from './sender.ts';
import { forgedToken, type TokenFacts, tokenFacts } from './token-facts.ts';
import { tokenRequest } from './token-request.ts';

export type Credentials = Readonly<{ clientId: string; clientSecret: string }>;

/** The identities that get a token of their own from the tenant. */
export type ClientIdentity = Extract<Identity, 'full' | 'readonly' | 'noscope'>;

/** What to say of each identity: where its credentials come from and what stands in place of its token. */
const clients: Readonly<Record<ClientIdentity, { setting: string; placeholder: string }>> = {
  full: { setting: 'SAIL_CLIENT', placeholder: '$ISC_TOKEN' },
  readonly: { setting: 'ISC_READONLY_CLIENT', placeholder: '$ISC_READONLY_TOKEN' },
  noscope: { setting: 'ISC_NOSCOPE_CLIENT', placeholder: '$ISC_NOSCOPE_TOKEN' },
};

export type TokensOptions = Readonly<{
  root: string;
  credentials: Partial<Record<ClientIdentity, Credentials>>;
  expiredToken?: string | undefined;
  userAgent: string;
  send: Send;
  /** Asked for the token endpoint where it is not in its usual place. */
  info(): Promise<OauthInfo>;
  clock: Clock;
  masker: Masker;
}>;

export type Tokens = Readonly<{
  /** The token of an identity, from the cache while it lives; `undefined` for nobody. */
  of(identity: Identity): Promise<string | undefined>;
  /** What the token of a client says: scopes, claims, expiry. */
  facts(identity: ClientIdentity): Promise<TokenFacts>;
  /** Drops a token that the tenant calls expired; says whether another can be had. */
  renewable(identity: Identity): boolean;
}>;

type Held = { token: string; facts: TokenFacts; renewAt: number };

/** Renewed this much before its end, in ms, or at half of a life shorter than twice that. */
const renewalMarginMs = 60_000;

/** Tokens by OAuth client credentials, one per client. Throws TokenError. */
export function createTokens(options: TokensOptions): Tokens {
  const { clock, masker, expiredToken } = options;
  const held = new Map<ClientIdentity, Promise<Held>>();
  masker.add(expiredToken, '$ISC_EXPIRED_TOKEN');
  masker.add(forgedToken, '$ISC_FORGED_TOKEN');
  for (const [identity, { clientSecret }] of Object.entries(options.credentials))
    masker.add(clientSecret, `$${clients[identity as ClientIdentity].setting}_SECRET`);

  const hold = async (identity: ClientIdentity): Promise<Held> => {
    const kept = await held.get(identity);
    if (kept && clock.now() < kept.renewAt) return kept;
    if (kept) held.delete(identity);

    const fetching = held.get(identity) ?? fetchToken(identity, options);
    held.set(identity, fetching);
    fetching.catch(() => held.delete(identity));

    return fetching;
  };

  return {
    async of(identity) {
      if (identity === 'anonymous') return undefined;
      if (identity === 'forged') return forgedToken;
      if (identity === 'tampered') return tampered((await hold('full')).token, masker);
      if (identity !== 'expired') return (await hold(identity)).token;
      if (expiredToken) return expiredToken;

      throw new TokenError('ISC_EXPIRED_TOKEN is not set: the 401 of expiry needs a token that has expired.');
    },
    facts: async (identity) => (await hold(identity)).facts,
    renewable: (identity) => isClient(identity) && held.delete(identity),
  };
}

/** Changes a character in the middle of the last part: the one at its end may not count. */
const tampered = (token: string, masker: Masker): string => {
  const at = token.lastIndexOf('.') + Math.ceil((token.length - token.lastIndexOf('.')) / 2);
  const changed = `${token.slice(0, at)}${token[at] === 'A' ? 'B' : 'A'}${token.slice(at + 1)}`;
  masker.add(changed, '$ISC_TAMPERED_TOKEN');

  return changed;
};

async function fetchToken(identity: ClientIdentity, options: TokensOptions): Promise<Held> {
  const { setting, placeholder } = clients[identity];
  const credentials = options.credentials[identity];
  if (!credentials)
    throw new TokenError(
      `${setting}_ID and ${setting}_SECRET are not set: nothing can be sent as "${identity}".`,
    );

  const { url, response } = await askForToken(credentials, options);
  const body = parseJson(response.text);
  options.masker.harvest(body);
  const token = memberOf(body, 'access_token');
  if (response.status !== 200 || typeof token !== 'string' || token === '')
    throw new TokenError(refusal({ setting, url, response }), response.status);

  options.masker.add(token, placeholder);
  const facts = tokenFacts(token, body, options.clock.now());
  const lifeMs = facts.expiresAt - options.clock.now();

  return { token, facts, renewAt: facts.expiresAt - Math.min(renewalMarginMs, lifeMs / 2) };
}

const askForToken = async (
  { clientId, clientSecret }: Credentials,
  { root, userAgent, send, info }: TokensOptions,
): Promise<{ url: string; response: WireResponse }> => {
  const ask = (url: string) => send(tokenRequest({ url, clientId, clientSecret, userAgent }));
  const usual = `${root}/oauth/token`;
  const response = await ask(usual);
  if (response.status !== 404) return { url: usual, response };
  const { tokenEndpoint = usual } = await info();

  return tokenEndpoint === usual
    ? { url: usual, response }
    : { url: tokenEndpoint, response: await ask(tokenEndpoint) };
};

const refusal = (told: Readonly<{ setting: string; url: string; response: WireResponse }>): string => {
  const { setting, url, response } = told;
  const { host } = new URL(url);
  const type = response.headers['content-type']?.split(';')[0] ?? 'no type';
  if (response.status >= 500) return `${host} gave no token: ${response.status} (${type}). Try again later.`;
  if (response.status === 429)
    return `${host} gave no token: 429. Another program uses it a lot: try again later.`;
  if ([400, 401, 403].includes(response.status) && type.includes('json'))
    return `${host} gave no token: ${response.status} for the client of ${setting}_ID. The id or the secret is wrong, or the token was revoked: put a valid pair into ${setting}_ID and ${setting}_SECRET.`;

  return `${host} gave no token: ${response.status} with ${type} instead of JSON. SAIL_BASE_URL must be the API's address, as https://TENANT.api.identitynow.com.`;
};

const memberOf = (body: unknown, name: string): unknown =>
  typeof body === 'object' && body !== null ? (body as Readonly<Record<string, unknown>>)[name] : undefined;

/** Whether an identity gets a token by credentials of its own. */
export const isClient = (identity: Identity): identity is ClientIdentity => identity in clients;
