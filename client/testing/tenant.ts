import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Client, type ClientOptions, createClient } from '../client.ts';
import type { Clock } from '../clock.ts';
import { memoryLedger } from '../ledger.ts';
import { createMasker } from '../masker.ts';
import { createPacer } from '../pacer.ts';

export type Seen = Readonly<{
  method: string;
  url: string;
  headers: IncomingMessage['headers'];
  body: Buffer;
}>;

export type TestServer = AsyncDisposable & Readonly<{ url: string; port: number; seen: readonly Seen[] }>;

export type Answer = (seen: Seen, response: ServerResponse) => void;

/** A tenant made of one function. Tokens are given without asking it, unless `tokens` is false. */
export async function serve(answer: Answer, { tokens = true } = {}): Promise<TestServer> {
  const seen: Seen[] = [];
  const listener: RequestListener = async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const { method = '', url = '', headers } = request;
    const one = { method, url, headers, body: Buffer.concat(chunks) };
    seen.push(one);
    if (tokens && url === '/oauth/token')
      json(response, 200, { access_token: 'CANARY-TOKEN', expires_in: 749 });
    else answer(one, response);
  };
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;

  return {
    url: `http://127.0.0.1:${port}`,
    port,
    seen,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

export const json = (response: ServerResponse, status: number, body: unknown, headers = {}): void => {
  response.writeHead(status, { 'Content-Type': 'application/json', ...headers }).end(JSON.stringify(body));
};

export type VirtualClock = Clock & Readonly<{ slept: readonly number[]; advance(ms: number): void }>;

/** A clock on which sleeping takes no time but passes it. */
export function virtualClock(start = Date.UTC(2026, 0, 1)): VirtualClock {
  let time = start;
  const slept: number[] = [];

  return {
    now: () => time,
    sleep: async (ms) => {
      slept.push(ms);
      time += ms;
    },
    slept,
    advance: (ms) => {
      time += ms;
    },
  };
}

/** A client of a test server that may do anything, unless told otherwise. */
export const testClient = (server: Pick<TestServer, 'url'>, options: Partial<ClientOptions> = {}): Client =>
  createClient({
    baseUrl: server.url,
    credentials: { full: { clientId: 'id-1', clientSecret: 'CANARY-SECRET' } },
    runId: '8f3c1d',
    guard: { kind: 'open' },
    pacer: createPacer({ quota: 'off' }),
    ledger: memoryLedger('8f3c1d'),
    masker: createMasker(),
    ...options,
  });
