import { parseJson } from './parse-json.ts';

/** What a token says of itself; nothing in it is secret. */
export type TokenFacts = Readonly<{
  scopes: readonly string[];
  /** Milliseconds since the epoch. */
  expiresAt: number;
  /** The claims of the JWT; empty where the token is opaque. */
  claims: Readonly<Record<string, unknown>>;
}>;

/** Life of a token whose answer does not say, in ms: as documented, about 749 s. */
const usualLifeMs = 749_000;

/** Reads a token and the answer that brought it. `now` in milliseconds since the epoch. */
export function tokenFacts(token: string, answer: unknown, now: number): TokenFacts {
  const { expires_in: expiresIn, scope } = asObject(answer);
  const claims = asObject(parseJson(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8')));
  const seconds = Number(expiresIn);

  return {
    scopes: words(claims.scope ?? scope),
    expiresAt: now + (seconds > 0 ? seconds * 1000 : usualLifeMs),
    claims,
  };
}

/** A token of the right form that no tenant issued. Its signature is of nobody. */
export const forgedToken: string = [
  { alg: 'RS256', typ: 'JWT' },
  { tenant_id: 'none', client_id: 'none', user_name: 'none', scope: ['sp:scopes:all'], exp: 4_102_444_800 },
  'this signature was made up',
]
  .map((part) => Buffer.from(typeof part === 'string' ? part : JSON.stringify(part)).toString('base64url'))
  .join('.');

const words = (scope: unknown): readonly string[] => {
  if (Array.isArray(scope)) return scope.map(String);

  return typeof scope === 'string' ? scope.split(/[\s,]+/).filter(Boolean) : [];
};

const asObject = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
