import { Agent, EnvHttpProxyAgent } from 'undici';
import { explainFailure, isReset } from './explain-failure.ts';
import { isLoopback } from './loopback.ts';
import { roundTrip, type WireRequest, type WireResponse } from './round-trip.ts';

/** Proxies, as HTTP_PROXY, HTTPS_PROXY and NO_PROXY name them. What is absent is taken from the environment. */
export type ProxySettings = Readonly<{ httpProxy?: string; httpsProxy?: string; noProxy?: string }>;

export type TransportOptions = Readonly<{
  /** For a whole request, in ms. */
  timeoutMs: number;
  proxy?: ProxySettings | undefined;
  /** Ends whatever is under way. */
  signal?: AbortSignal | undefined;
}>;

export type Transport = Readonly<{
  /** Sends a request and reads the whole answer. Throws TransportError, or the reason of the signal. */
  send(request: WireRequest): Promise<WireResponse>;
  close(): Promise<void>;
}>;

/**
 * The wire. A GET may use a connection again, and where that one turns out to be closed it goes out once more
 * on a new one; what changes something has a connection of its own and is never sent twice.
 * Loopback is reached without a proxy.
 */
export function createTransport({ timeoutMs, proxy = {}, signal }: TransportOptions): Transport {
  const direct = { kept: new Agent(), fresh: new Agent({ pipelining: 0 }) };
  const proxied = {
    kept: new EnvHttpProxyAgent(proxy),
    fresh: new EnvHttpProxyAgent({ ...proxy, pipelining: 0 }),
  };
  const agents = [...Object.values(direct), ...Object.values(proxied)];

  const attempt = async (request: WireRequest, abort: AbortSignal): Promise<WireResponse> => {
    const line = isLoopback(new URL(request.url).hostname) ? direct : proxied;
    if (request.method !== 'GET') return roundTrip(line.fresh, request, abort);

    try {
      return await roundTrip(line.kept, request, abort);
    } catch (error) {
      if (abort.aborted || !isReset(error)) throw error;

      return await roundTrip(line.fresh, request, abort);
    }
  };

  return {
    async send(request) {
      signal?.throwIfAborted();
      const deadline = AbortSignal.timeout(timeoutMs);
      try {
        return await attempt(request, signal ? AbortSignal.any([signal, deadline]) : deadline);
      } catch (error) {
        signal?.throwIfAborted();
        const viaProxy = isProxied(new URL(request.url).hostname, proxy);
        throw explainFailure(error, { ...request, timeoutMs, viaProxy });
      }
    },
    async close() {
      await Promise.all(agents.map((agent) => agent.destroy()));
    },
  };
}

/** Whether a proxy stands before the host; mirrors undici's reading of these settings, ports left out. */
const isProxied = (hostname: string, proxy: ProxySettings, env = process.env): boolean => {
  const named =
    proxy.httpsProxy ??
    proxy.httpProxy ??
    env.https_proxy ??
    env.HTTPS_PROXY ??
    env.http_proxy ??
    env.HTTP_PROXY;
  const direct = (proxy.noProxy ?? env.no_proxy ?? env.NO_PROXY ?? '').split(/[,\s]/).filter(Boolean);
  const isDirect = (entry: string) =>
    entry === '*' || `.${hostname}`.endsWith(`.${entry.replace(/^\*?\./, '').toLowerCase()}`);

  return Boolean(named) && !isLoopback(hostname) && !direct.some(isDirect);
};
