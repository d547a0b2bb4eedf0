import type { ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';
import type { Reply } from '../../call.ts';
import { changeHeader, changeReply } from '../change.ts';
import type { Apply, Variant } from '../mutant.ts';

/** Writes the bytes of answers that have a body otherwise. */
const writes =
  (write: (reply: Reply, bytes: Buffer, response: ServerResponse) => void): Apply =>
  ({ seams }) => {
    const { send } = seams;
    seams.send = (reply, response, call) => {
      if (reply.body === undefined) send(reply, response, call);
      else write(reply, Buffer.from(JSON.stringify(reply.body)), response);
    };
  };

const inCase = (headers: Reply['headers'], change: (name: string) => string): Record<string, string> =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [change(name), value]));

/** Every character beyond ASCII, as an escape. */
const escaped = (bytes: Buffer): string =>
  bytes.toString().replace(/[^\0-~]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);

export const wireVariants: readonly Variant[] = [
  {
    id: 'chunked-answers',
    manner: 'Bodies come in chunks, without a length.',
    source: 'HTTP: transfer and content coding',
    touches: ['exchange.body'],
    apply: writes(({ status, headers }, bytes, response) => {
      response.writeHead(status, headers);
      response.write(bytes.subarray(0, 1));
      response.end(bytes.subarray(1));
    }),
  },
  {
    id: 'compressed-answers',
    manner: 'Bodies are compressed.',
    source: 'HTTP: transfer and content coding',
    touches: ['exchange.body'],
    apply: writes(({ status, headers }, bytes, response) => {
      response.writeHead(status, { ...headers, 'Content-Encoding': 'gzip' }).end(gzipSync(bytes));
    }),
  },
  {
    id: 'header-names-in-lower-case',
    manner: 'Header names are written in lower case.',
    source: 'HTTP: names of headers have no case',
    touches: ['exchange.media-type', 'quota.retry-after'],
    apply: writes(({ status, headers }, bytes, response) => {
      response
        .writeHead(
          status,
          inCase(headers, (name) => name.toLowerCase()),
        )
        .end(bytes);
    }),
  },
  {
    id: 'header-names-in-capitals',
    manner: 'Header names are written in capitals.',
    source: 'HTTP: names of headers have no case',
    touches: ['exchange.media-type', 'quota.retry-after'],
    apply: writes(({ status, headers }, bytes, response) => {
      response
        .writeHead(
          status,
          inCase(headers, (name) => name.toUpperCase()),
        )
        .end(bytes);
    }),
  },
  {
    id: 'escaped-json',
    manner: 'Every letter beyond ASCII is escaped.',
    source: 'JSON: one value, several texts',
    touches: ['exchange.body'],
    apply: writes(({ status, headers }, bytes, response) => {
      response.writeHead(status, headers).end(escaped(bytes));
    }),
  },
  {
    id: 'indented-json',
    manner: 'JSON comes indented, with a line feed at its end.',
    source: 'JSON: one value, several texts',
    touches: ['exchange.body'],
    apply: writes(({ status, headers, body }, _bytes, response) => {
      response.writeHead(status, headers).end(`${JSON.stringify(body, null, 2)}\n`);
    }),
  },
  {
    id: 'no-content-has-a-media-type',
    manner: 'A 204 names the media type that a body would have.',
    source: 'FC-050: headers of a 204',
    touches: ['exchange.no-content'],
    apply: changeHeader({ status: 204 }, 'Content-Type', 'application/json;charset=UTF-8'),
  },
  {
    id: 'answers-without-an-id',
    manner: 'Answers lack the id of their request and say nothing about caches.',
    source: 'seen on tenants, not promised: headers of an answer',
    touches: ['exchange.status'],
    apply: changeReply({}, (reply) => ({
      ...reply,
      headers: Object.fromEntries(
        Object.entries(reply.headers).filter(([name]) => !/^(slpt|cache|access)-/i.test(name)),
      ),
    })),
  },
];
