import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { isJsonObject, type JsonObject, parseJson } from '../../../dispatch/json.ts';
import { type EventMetadata, readMetadata } from '../../../dispatch/metadata.ts';

/** An event as somebody's code sees it. */
export type SeenEvent = Readonly<{
  number: number;
  headers: IncomingHttpHeaders;
  body: string;
  json: JsonObject;
  /** Undefined in SYNC and FIRE_AND_FORGET. */
  metadata: EventMetadata | undefined;
  response: ServerResponse;
}>;

/** What somebody's code answers; `none`: it saw to the response itself. */
export type UserAnswer = Readonly<{
  status?: number;
  headers?: Readonly<Record<string, string>>;
  /** Becomes JSON; a text goes as it is. */
  body?: unknown;
  /** Done once the answer is out. */
  afterwards?: () => Promise<unknown>;
}>;

export type UserCode = (event: SeenEvent) => UserAnswer | 'none' | Promise<UserAnswer | 'none'>;

export type UserSubscriber = AsyncDisposable & Readonly<{ url: URL; close: () => Promise<void> }>;

/** A webhook as a user may have written it, on loopback. */
export const userSubscriber = async (code: UserCode): Promise<UserSubscriber> => {
  let events = 0;
  const server = createServer(async (request, response) => {
    events += 1;
    const number = events;
    const body = await text(request);
    const json = parseJson(body);
    const answer = await code({
      number,
      headers: request.headers,
      body,
      json: isJsonObject(json) ? json : {},
      metadata: readMetadata(json),
      response,
    });
    if (answer === 'none') return;
    const { status = 200, headers = {}, body: answered, afterwards } = answer;
    const content =
      answered === undefined || typeof answered === 'string' ? answered : JSON.stringify(answered);
    response.writeHead(status, {
      ...(content !== undefined && { 'content-type': 'application/json' }),
      ...headers,
    });
    response.end(content, () => void afterwards?.());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const close = async (): Promise<void> => {
    const closed = new Promise<void>((resolve) => server.close(() => resolve()));
    server.closeAllConnections();
    await closed;
  };

  return {
    url: new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`),
    close,
    [Symbol.asyncDispose]: close,
  };
};

export const approver = { id: 'a1', name: 'Ledger Owners', type: 'GOVERNANCE_GROUP' } as const;

/** Completes an event as it says, or otherwise. */
export const complete = (
  metadata: EventMetadata | undefined,
  otherwise: Readonly<{ url?: string; body?: unknown; method?: string; contentType?: string }> = {},
): Promise<number> => {
  const { body = { secret: metadata?.secret, output: approver } } = otherwise;

  return fetch(otherwise.url ?? metadata?.callbackURL ?? '', {
    method: otherwise.method ?? 'POST',
    headers: { 'content-type': otherwise.contentType ?? 'application/json' },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  }).then(
    ({ status }) => status,
    () => 0,
  );
};

/** Code that is right in every mode: completes what can be completed, answers the rest at once. */
export const rightCode: UserCode = ({ metadata }) =>
  metadata ? { status: 202, afterwards: () => complete(metadata) } : { body: approver };
