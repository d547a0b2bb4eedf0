import type { Dispatcher } from 'undici';
import { decodeBody } from './decode-body.ts';

export type WireRequest = Readonly<{
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  url: string;
  headers: Readonly<Record<string, string>>;
  body?: Uint8Array | undefined;
}>;

export type WireResponse = Readonly<{
  status: number;
  /** Names in lower case; several of one name joined by a comma and a blank. */
  headers: Readonly<Record<string, string>>;
  /** Without its content codings. */
  text: string;
  /** From the first byte sent to the last received. */
  milliseconds: number;
}>;

type Headers = Readonly<Record<string, string | readonly string[] | undefined>>;

/** Sends one request over a dispatcher of undici and reads the whole answer. Rejects with what went wrong, raw. */
export function roundTrip(
  dispatcher: Dispatcher,
  { method, url, headers, body }: WireRequest,
  signal: AbortSignal,
): Promise<WireResponse> {
  const { origin, pathname, search } = new URL(url);

  return new Promise((resolve, reject) => {
    let abort = (_: Error) => {};
    let started = performance.now();
    let head: Readonly<{ status: number; headers: Record<string, string> }> | undefined;
    const chunks: Buffer[] = [];

    const stop = () => {
      abort(signal.reason);
      reject(signal.reason);
    };
    const settle = (outcome: () => void) => {
      signal.removeEventListener('abort', stop);
      outcome();
    };
    const finish = () => {
      if (!head) return reject(new Error('no status line'));
      const milliseconds = performance.now() - started;
      try {
        const bytes = decodeBody(Buffer.concat(chunks), head.headers['content-encoding']);
        resolve({ ...head, text: bytes.toString('utf8'), milliseconds });
      } catch (error) {
        reject(error);
      }
    };

    signal.addEventListener('abort', stop, { once: true });
    dispatcher.dispatch(
      {
        origin,
        path: pathname + search,
        method,
        headers,
        body: body ?? null,
        headersTimeout: 0,
        bodyTimeout: 0,
      },
      {
        onRequestStart(controller) {
          abort = (reason) => controller.abort(reason);
          if (signal.aborted) abort(signal.reason);
          started = performance.now();
        },
        onResponseStart(_, status, raw) {
          if (status >= 200) head = { status, headers: flat(raw) };
        },
        onResponseData(_, chunk) {
          chunks.push(chunk);
        },
        onResponseEnd: () => settle(finish),
        // A 204 ends with its headers (RFC 9110, 15.3.5): one that announces a body is whole all the same.
        onResponseError: (_, error) => settle(head?.status === 204 ? finish : () => reject(error)),
      },
    );
  });
}

const flat = (headers: Headers): Record<string, string> =>
  Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [
      name.toLowerCase(),
      typeof value === 'string' ? value : (value ?? []).join(', '),
    ]),
  );
