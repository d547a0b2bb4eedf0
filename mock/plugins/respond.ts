import type { ServerResponse } from 'node:http';
import type { Call, Reply } from '../call.ts';
import type { Tenant } from '../tenant.ts';

/** What every answer of a real tenant carries. */
const common = {
  'Cache-Control': 'no-cache, no-store, must-revalidate',
  'Access-Control-Expose-Headers': 'Content-Type, SLPT-Request-ID, Retry-After, X-Total-Count',
};

const json = { ...common, 'Content-Type': 'application/json;charset=UTF-8' };

export const respond = (reply: Reply, call: Call, { clock }: Pick<Tenant, 'clock'>): Reply => ({
  ...reply,
  headers: {
    Date: new Date(clock.now()).toUTCString(),
    'SLPT-Request-ID': call.requestId,
    ...(reply.body === undefined ? common : json),
    ...reply.headers,
  },
});

/** Writes status, headers and the body as JSON. */
export const send = ({ status, headers, body }: Reply, response: ServerResponse): void => {
  if (body === undefined) {
    response.writeHead(status, headers).end();
    return;
  }
  // A text leaves with the head in one write; bytes would be a second one.
  const text = JSON.stringify(body);
  response.writeHead(status, { ...headers, 'Content-Length': Buffer.byteLength(text) }).end(text);
};
