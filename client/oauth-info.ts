import { parseJson } from './parse-json.ts';
import type { Send } from './sender.ts';

/** What `GET /oauth/info`, which needs no token, tells of a tenant. */
export type OauthInfo = Readonly<{
  status: number;
  milliseconds: number;
  tokenEndpoint: string | undefined;
  /** The tenant's clock less ours, in ms and to about a second; absent where it sends no date. */
  clockSkewMs: number | undefined;
}>;

export type InfoOptions = Readonly<{
  root: string;
  userAgent: string;
  send: Send;
  now(): number;
}>;

/** Asks a tenant for its token endpoint, and in passing whether it is there and what time it has. */
export async function fetchOauthInfo({ root, userAgent, send, now }: InfoOptions): Promise<OauthInfo> {
  const { status, headers, text, milliseconds } = await send({
    method: 'GET',
    url: `${root}/oauth/info`,
    headers: { Accept: 'application/json', 'User-Agent': userAgent },
  });
  const body = parseJson(text);
  const named =
    typeof body === 'object' && body !== null && 'tokenEndpoint' in body ? body.tokenEndpoint : undefined;
  const date = Date.parse(headers.date ?? '');

  return {
    status,
    milliseconds,
    tokenEndpoint: typeof named === 'string' && sameSite(named, root) ? named : undefined,
    clockSkewMs: Number.isNaN(date) ? undefined : date - now(),
  };
}

/** Credentials go to the tenant's own site only: the same host, or one under the same domain over TLS. */
const sameSite = (url: string, root: string): boolean => {
  if (!URL.canParse(url)) return false;
  const [one, other] = [new URL(url), new URL(root)];

  return one.origin === other.origin || (one.protocol === 'https:' && domain(one) === domain(other));
};

const domain = ({ hostname }: URL): string => hostname.split('.').slice(-2).join('.');
