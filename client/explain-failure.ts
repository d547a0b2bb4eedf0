import { TransportError, type TransportReason } from './errors.ts';

type Attempt = Readonly<{
  method: string;
  url: string;
  timeoutMs: number;
  /** Whether a proxy stands between: what refuses or resets is then the proxy. */
  viaProxy: boolean;
}>;

/** First fit wins; tested against the error's code, else its message. */
const reasons: readonly (readonly [TransportReason, RegExp])[] = [
  ['timeout', /TIMEOUT|ETIMEDOUT|TimeoutError/],
  ['proxy', /UND_ERR_PRX|proxy response|HTTP Tunneling/i],
  ['refused', /ECONNREFUSED|EHOSTUNREACH|ENETUNREACH|EADDRNOTAVAIL|EACCES/],
  ['dns', /ENOTFOUND|EAI_/],
  ['tls', /CERT|TLS|SSL|EPROTO|UNABLE_TO|SELF_SIGNED|ISSUER/],
  [
    'protocol',
    /^HPE_|HTTPParserError|UND_ERR_RES|UND_ERR_HEADERS_OVERFLOW|content coding|Z_|ERR_BROTLI|bad port/,
  ],
  ['reset', /./],
];

const explanations: Readonly<Record<TransportReason, (host: string, attempt: Attempt) => string>> = {
  timeout: (host, { timeoutMs }) =>
    `${host} did not answer within ${timeoutMs / 1000} s. It is overloaded, or a firewall is in between: try again later.`,
  refused: (host) =>
    `${host} accepts no connection. Nothing listens there: is SAIL_BASE_URL right, and is the tenant up?`,
  reset: (host) =>
    `${host} closed the connection without a complete answer. Try again; if it stays, ask its owner.`,
  dns: (host) =>
    `the name ${host} is not known. Check the spelling in SAIL_BASE_URL, and this machine's DNS.`,
  tls: (host) =>
    `no secure connection to ${host}. If its certificate is of a private authority, name that in NODE_EXTRA_CA_CERTS.`,
  proxy: (host) =>
    `the proxy in between did not lead to ${host}. Check HTTPS_PROXY, or name the host in NO_PROXY.`,
  protocol: (host) =>
    `what ${host} answered is not HTTP that can be read. Is SAIL_BASE_URL the API's address?`,
};

/** What went wrong, as a sentence: what failed, why, what to do. The query is left out of it. */
export function explainFailure(error: unknown, attempt: Attempt): TransportError {
  const { host, pathname } = new URL(attempt.url);
  const found = reasonOf(error);
  const reason = attempt.viaProxy && (found === 'refused' || found === 'dns') ? 'proxy' : found;
  const detail = codeOf(error);

  return new TransportError(
    reason,
    `${attempt.method} ${pathname}: ${explanations[reason](host, attempt)}${detail ? ` (${detail})` : ''}`,
  );
}

/** Whether the connection ended before anything of an answer came. */
export const isReset = (error: unknown): boolean => reasonOf(error) === 'reset';

const reasonOf = (error: unknown): TransportReason => {
  const told = codeOf(error) ?? messageOf(error);

  return reasons.find(([, pattern]) => pattern.test(told))?.[0] ?? 'reset';
};

const codeOf = (error: unknown): string | undefined => {
  if (!(error instanceof Error)) return undefined;
  if (error.name === 'TimeoutError') return undefined;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined;
  if (code && !code.startsWith('UND_ERR_ABORT')) return code;

  return error instanceof AggregateError ? codeOf(error.errors[0]) : codeOf(error.cause);
};

const messageOf = (error: unknown): string =>
  error instanceof Error ? `${error.name}: ${error.message}` : '';
