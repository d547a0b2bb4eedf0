import { GuardError } from './errors.ts';
import type { WireRequest } from './round-trip.ts';
import type { Send } from './sender.ts';

/**
 * A way out that lets a GET pass, and the request for a token by client credentials, and nothing else, whatever
 * settings allow. Throws GuardError before anything leaves.
 */
export const readsOnly =
  (send: Send): Send =>
  async (request) => {
    if (request.method !== 'GET' && !asksForToken(request))
      throw new GuardError({
        rule: 'read-only',
        what: `${request.method} ${new URL(request.url).pathname}`,
        why: 'this command only reads, whatever the settings allow',
      });

    return send(request);
  };

/** By its body: no operation of the API takes a form, and the endpoint may have another address than the usual. */
const asksForToken = ({ method, headers, body = new Uint8Array() }: WireRequest): boolean =>
  method === 'POST' &&
  headers['Content-Type'] === 'application/x-www-form-urlencoded' &&
  new URLSearchParams(Buffer.from(body).toString('utf8')).get('grant_type') === 'client_credentials';
