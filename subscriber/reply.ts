import { Buffer } from 'node:buffer';
import type { ServerResponse } from 'node:http';
import type { Reply } from './answer.ts';

/** Writes an answer, whole or cut off, and says which it became once it is out. */
export const sendReply = async (
  response: ServerResponse,
  { status = 200, headers = {}, body, cutOff = false }: Reply,
): Promise<'answered' | 'cut-off' | 'hung-up'> => {
  if (response.destroyed) return 'hung-up';
  const bytes = toBytes(body);
  const closed = new Promise((resolve) => response.once('close', resolve));
  response.writeHead(status, {
    ...(bytes.length > 0 && { 'content-type': 'application/json' }),
    ...headers,
    // One byte more than there is: the answer lacks its end, be its body empty or not.
    ...(cutOff && { 'content-length': bytes.length + 1 }),
  });
  if (cutOff) {
    response.flushHeaders();
    response.write(bytes.subarray(0, Math.ceil(bytes.length / 2)));
    response.socket?.end();
  } else response.end(bytes);
  await closed;

  if (cutOff) return 'cut-off';

  return response.writableFinished ? 'answered' : 'hung-up';
};

const toBytes = (body: unknown): Buffer => {
  if (body === undefined) return Buffer.alloc(0);

  return Buffer.from(typeof body === 'string' ? body : JSON.stringify(body));
};
