import { createHash } from 'node:crypto';
import type { HttpFacts } from '../../reports/health/snapshot.ts';
import { isObject, textOf } from './json.ts';

/** What findings need of a subscription's HTTP config; null where it has none. */
export const httpFacts = (config: unknown): HttpFacts | null => {
  if (!isObject(config) || typeof config.url !== 'string') return null;

  return {
    ...urlFacts(config.url),
    dispatchMode: textOf(config, 'httpDispatchMode'),
    authentication: textOf(config, 'httpAuthenticationType') || 'NO_AUTH',
  };
};

const urlFacts = (url: string): Pick<HttpFacts, 'url' | 'scheme' | 'host' | 'urlKey'> => {
  if (!URL.canParse(url)) return { url: '*** (no URL)', scheme: '', host: '', urlKey: keyOf(url) };
  const parsed = new URL(url);
  const { protocol: scheme, hostname, host, pathname, search } = parsed;
  parsed.hash = '';

  return {
    url: `${scheme}//${host}${pathname.split('/').map(segment).join('/')}${search === '' ? '' : '?***'}`,
    scheme,
    host: hostname,
    urlKey: keyOf(parsed.href),
  };
};

/** Webhook services put their secret into the path: long, with digits, and no word. */
const segment = (text: string): string => (text.length >= 16 && /\d/.test(text) ? '***' : text);

const keyOf = (url: string): string => createHash('sha256').update(url).digest('hex').slice(0, 16);
