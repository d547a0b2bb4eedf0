import { type Risk, risks } from '../client/guard.ts';
import type { Quota } from '../client/pacer.ts';
import { type ApiVersion, apiVersions } from '../contracts/versions.ts';
import { nearest } from './nearest.ts';

/** A value that was read, or what is wrong with it: what, why, what to do. */
export type Parsed<T> = Readonly<{ ok: true; value: T }> | Readonly<{ ok: false; problem: string }>;

const right = <T>(value: T): Parsed<T> => ({ ok: true, value });
const wrong = (problem: string): Parsed<never> => ({ ok: false, problem });

const targets = ['mock', 'tenant'] as const;

export const parseTarget = (text: string): Parsed<(typeof targets)[number]> =>
  oneOf('ISC_TARGET', text, targets);

/** `all`, or versions separated by commas. */
export const parseVersions = (text: string): Parsed<readonly ApiVersion[]> =>
  text === 'all' ? right(apiVersions) : listOf('ISC_API_VERSION', text, apiVersions);

/** `all`, or risks separated by commas. */
export const parseRisks = (text: string): Parsed<readonly Risk[]> =>
  text === 'all' ? right(risks) : listOf('ISC_ALLOW_RISKS', text, risks);

const unitMs: Readonly<Record<string, number>> = { ms: 1, s: 1000, m: 60_000 };

/** `off`, or requests per time, as `100/10s`. */
export function parseQuota(text: string): Parsed<Quota> {
  if (text === 'off') return right('off');
  const [, requests, time, unit = ''] = /^(\d+)\/(\d+)(ms|s|m)$/.exec(text) ?? [];
  const quota = { requests: Number(requests), windowMs: Number(time) * (unitMs[unit] ?? 0) };

  return quota.requests > 0 && quota.windowMs > 0
    ? right(quota)
    : wrong(`ISC_QUOTA is "${text}": it takes requests per time, as 100/10s, or off.`);
}

/** The tenant's address, without a slash at its end. The version is not part of it. */
export function parseBaseUrl(text: string): Parsed<URL> {
  if (!URL.canParse(text) || !/^https?:$/.test(new URL(text).protocol))
    return wrong(`SAIL_BASE_URL is no address: write it as https://TENANT.api.identitynow.com.`);
  const url = new URL(text);
  if (url.username || url.password)
    return wrong('SAIL_BASE_URL holds credentials: put them into SAIL_CLIENT_ID and SAIL_CLIENT_SECRET.');
  if (url.search || url.hash || url.pathname.replace(/\/+$/, ''))
    return wrong(
      `SAIL_BASE_URL ends in ${url.pathname}${url.search && '?...'}: it is the tenant's address alone, and ISC_API_VERSION adds the version. Write ${url.origin}.`,
    );

  return right(url);
}

/** A host name without scheme, path and port. */
export function parseHost(text: string): Parsed<string> {
  const name = text === '::1' ? '[::1]' : text.toLowerCase();
  if (/^(\[[0-9a-f:.]+\]|[a-z0-9_]([a-z0-9_.-]*[a-z0-9_])?)$/.test(name)) return right(name);
  const host = /^(?:[a-z][a-z0-9+.-]*:\/\/)?(\[[^\]]*\]|[^/:?#\s]+)/i.exec(text)?.[1];

  return wrong(
    `ISC_ALLOW_WRITES is "${text}": it takes a host name only, without scheme, port and path${host ? `. Write ${host.toLowerCase()}` : ''}.`,
  );
}

export function parseSubscriberUrl(text: string): Parsed<URL> {
  return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol)
    ? right(new URL(text))
    : wrong(
        'ISC_SUBSCRIBER_URL is no address: write the one under which the tenant reaches you, as https://hooks.example.com/isc.',
      );
}

export function parsePort(text: string): Parsed<number> {
  const port = Number(text);

  return /^\d+$/.test(text) && port <= 65_535
    ? right(port)
    : wrong(`ISC_SUBSCRIBER_PORT is "${text}": it takes a port, 0 to 65535.`);
}

/** A proxy's address; one without a scheme speaks HTTP, as with other tools. */
export function parseProxy(name: 'HTTP_PROXY' | 'HTTPS_PROXY', text: string): Parsed<string> {
  const address = text.includes('://') ? text : `http://${text}`;

  return URL.canParse(address)
    ? right(address)
    : wrong(`${name} is no address: write it as http://proxy.example.com:8080.`);
}

const oneOf = <T extends string>(name: string, text: string, known: readonly T[]): Parsed<T> => {
  const found = known.find((candidate) => candidate === text);
  if (found !== undefined) return right(found);
  const near = nearest(text, known);

  return wrong(
    `${name} is "${text}": it is one of ${known.join(', ')}.${near ? ` Did you mean ${near}?` : ''}`,
  );
};

const listOf = <T extends string>(name: string, text: string, known: readonly T[]): Parsed<readonly T[]> => {
  const all = text.split(',').map((word) => oneOf(name, word.trim(), known));
  const bad = all.find((one) => !one.ok);

  return bad && !bad.ok ? bad : right([...new Set(all.flatMap((one) => (one.ok ? [one.value] : [])))]);
};
