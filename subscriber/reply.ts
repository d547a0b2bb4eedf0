import { Buffer } from 'node:buffer';
import type { ServerResponse } from 'node:http';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Reply } from './answer.ts';

/** Turns of the event loop in which a reader in this process takes in an answer, with some to spare. */
const turnsToRead = 10;

/**
 * Writes an answer, whole or cut off, and says which it became. Resolves once the other side, where it runs in this
 * process, had its turn to read it, so that a virtual clock does not go on before.
 */
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
  for (let turn = 0; turn < turnsToRead; turn += 1) await nextTurn();

  if (cutOff) return 'cut-off';

  return response.writableFinished ? 'answered' : 'hung-up';
};

const toBytes = (body: unknown): Buffer => {
  if (body === undefined) return Buffer.alloc(0);

  return Buffer.from(typeof body === 'string' ? body : JSON.stringify(body));
};
