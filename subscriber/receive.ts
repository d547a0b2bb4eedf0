import { Buffer } from 'node:buffer';
import type { IncomingMessage } from 'node:http';
import { parseJson } from '../dispatch/json.ts';
import { invocationIdOf, readMetadata } from '../dispatch/metadata.ts';
import { readCredentials } from './credentials.ts';
import type { Arrived } from './entry.ts';

/** What is known of a request before it is read. */
export type Stamp = Pick<Arrived, 'number' | 'at'>;

const mostBytes = 8 * 2 ** 20;

/** Reads a request to its end, or to where its sender breaks off or has sent more than 8 MiB. Never rejects. */
export const receive = async (request: IncomingMessage, stamp: Stamp): Promise<Arrived> => {
  const { body, whole } = await readBody(request);
  const url = originForm(request.url ?? '/');
  const mark = url.indexOf('?');
  const json = parseJson(body);
  const metadata = readMetadata(json);

  return {
    kind: 'arrived',
    ...stamp,
    method: request.method ?? '',
    path: mark === -1 ? url : url.slice(0, mark),
    query: mark === -1 ? '' : url.slice(mark),
    headers: joined(request.headers),
    credentials: readCredentials(request.headers.authorization),
    body,
    whole,
    json,
    metadata,
    invocationId: metadata && invocationIdOf(metadata.callbackURL),
  };
};

/** A sender may name the whole address, as to a proxy (RFC 9112, 3.2.2). */
const originForm = (url: string): string => url.replace(/^https?:\/\/[^/?]*/i, '') || '/';

const readBody = async (request: IncomingMessage): Promise<Pick<Arrived, 'body' | 'whole'>> => {
  const chunks: Buffer[] = [];
  let bytes = 0;
  try {
    for await (const chunk of request as AsyncIterable<Buffer>) {
      chunks.push(chunk);
      bytes += chunk.length;
      if (bytes > mostBytes) break;
    }
  } catch {
    // The sender broke off: what came until then is what there is.
  }

  return { body: Buffer.concat(chunks).toString('utf8'), whole: request.complete && bytes <= mostBytes };
};

const joined = (headers: IncomingMessage['headers']): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(headers).map(([name, value = '']) => [
      name,
      typeof value === 'string' ? value : value.join(', '),
    ]),
  );
