import { TransportError } from '../../client/errors.ts';
import type { Transport } from '../../client/transport.ts';
import { subscriberRequest } from '../../dispatch/subscriber-request.ts';
import type { Answer } from './call.ts';
import type { CheckCredentials } from './credentials.ts';
import type { Shown } from './step.ts';

export type SendParts = Readonly<{
  url: URL;
  credentials: CheckCredentials;
  userAgent: string;
  transport: Pick<Transport, 'send'>;
  /** In ms. */
  now: () => number;
}>;

/** Sends the body of an event as a tenant does. Rejects only with the reason of the signal that ended the transport. */
export type Send = (body: string, shown: Shown) => Promise<Answer>;

export const createSend = ({ url, credentials, userAgent, transport, now }: SendParts): Send => {
  const { method, headers } = subscriberRequest({ url: url.href, httpDispatchMode: 'SYNC' }, {});

  return async (body, shown) => {
    const started = now();
    try {
      const answer = await transport.send({
        method,
        url: url.href,
        headers: { ...headers, ...credentials.headersOf(shown), 'user-agent': userAgent },
        body: Buffer.from(body),
      });

      return {
        kind: 'answered',
        status: answer.status,
        headers: answer.headers,
        body: answer.text,
        ms: now() - started,
      };
    } catch (error) {
      if (!(error instanceof TransportError)) throw error;

      return { kind: 'none', reason: error.reason, ms: now() - started };
    }
  };
};
