import { type Operation, type OperationId, operations } from '../contracts/operations.ts';
import { type ApiVersion, versions } from '../contracts/versions.ts';
import { acceptedEncodings } from './decode-body.ts';
import { endpoint, type Query } from './endpoint.ts';
import type { WireRequest } from './round-trip.ts';

export type RequestParts = Readonly<{
  version: ApiVersion;
  path?: Readonly<{ id: string }>;
  query?: Query;
  /** Sent as JSON. */
  body?: unknown;
  /** Sent byte for byte, in place of `body`. */
  rawBody?: Uint8Array | string;
  /** Default: the operation's own media type, where there is a body. */
  contentType?: string;
  /** Sent besides the client's own headers, and in place of one of the same name. */
  headers?: Readonly<Record<string, string>>;
}>;

/** The request of an operation as it goes over the wire, but for the token. */
export function toRequest(
  operation: OperationId,
  parts: RequestParts,
  { root, userAgent }: Readonly<{ root: string; userAgent: string }>,
): WireRequest {
  const { method, requestMediaType }: Operation = operations[operation];
  const { version, path, query } = parts;
  const body = bytesOf(parts);
  const contentType = parts.contentType ?? (body === undefined ? undefined : requestMediaType);

  return {
    method,
    url: endpoint(root, operation, { version, id: path?.id, ...(query ? { query } : {}) }),
    headers: withHeaders(
      {
        Accept: 'application/json',
        'Accept-Encoding': acceptedEncodings,
        'User-Agent': userAgent,
        ...versions[version].headers,
        ...(contentType === undefined ? {} : { 'Content-Type': contentType }),
      },
      parts.headers ?? {},
    ),
    body,
  };
}

/** The request with a header more, or another value of one. Names differ by more than their case. */
export const withHeaders = (
  headers: Readonly<Record<string, string>>,
  more: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> => {
  const replaced = new Set(Object.keys(more).map((name) => name.toLowerCase()));

  return {
    ...Object.fromEntries(Object.entries(headers).filter(([name]) => !replaced.has(name.toLowerCase()))),
    ...more,
  };
};

const bytesOf = ({ body, rawBody }: RequestParts): Uint8Array | undefined => {
  if (rawBody !== undefined) return typeof rawBody === 'string' ? Buffer.from(rawBody) : rawBody;

  return body === undefined ? undefined : Buffer.from(JSON.stringify(body));
};
