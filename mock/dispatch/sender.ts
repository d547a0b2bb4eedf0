import { Agent, request } from 'undici';
import type { SubscriberAnswer } from '../../dispatch/outcome.ts';
import type { SubscriberRequest } from '../../dispatch/subscriber-request.ts';

/** Sends a request and reads the whole answer. Never rejects. */
export type Send = (
  request: SubscriberRequest,
  signal: AbortSignal,
) => Promise<Extract<SubscriberAnswer, { kind: 'answered' | 'unreachable' }>>;

/** Who is sent to: subscribers on this machine, or those anywhere as well. */
export type Reach = 'loopback' | 'anywhere';

export type Sender = Readonly<{ send: Send; close: () => Promise<void> }>;

const mebibyte = 2 ** 20;

/**
 * The wire to subscribers. Every request has a connection of its own: on one that was kept, a subscriber that just
 * closed it would look as if it had failed. Time limits are the caller's; answers of more than 1 MiB are cut.
 */
export const createSender = (reach: Reach): Sender => {
  const agent = new Agent({
    pipelining: 0,
    connect: { timeout: 0 },
    headersTimeout: 0,
    bodyTimeout: 0,
    maxResponseSize: mebibyte,
  });

  return {
    send: async ({ url, ...sent }, signal) => {
      if (reach === 'loopback' && URL.canParse(url) && !isLoopback(new URL(url).hostname)) {
        return unreachable('this tenant sends to subscribers on its own machine only');
      }
      try {
        const { statusCode, body } = await request(url, { ...sent, dispatcher: agent, signal });

        return { kind: 'answered', status: statusCode, body: await body.text() };
      } catch (error) {
        return unreachable(reasonOf(error));
      }
    },
    close: () => agent.destroy(),
  };
};

const unreachable = (reason: string) => ({ kind: 'unreachable', reason }) as const;

const isLoopback = (hostname: string): boolean =>
  hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d{1,3}){3}$/.test(hostname);

const cutOff = 'it closed the connection before its answer was complete';

const reasons: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'nothing listens at its address (ECONNREFUSED)',
  ENOTFOUND: 'its host name is unknown (ENOTFOUND)',
  UND_ERR_SOCKET: cutOff,
  UND_ERR_RES_CONTENT_LENGTH_MISMATCH: cutOff,
  UND_ERR_RES_EXCEEDED_MAX_SIZE: 'its answer is larger than 1 MiB',
};

/** A name for what went wrong. The message of an error is left out: it may repeat what was sent. */
const reasonOf = (error: unknown): string => {
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown error';

  return reasons[code] ?? code;
};
