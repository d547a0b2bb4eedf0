import type { FastifyInstance, FastifyRequest } from 'fastify';
import { findClient } from '../plugins/clients.ts';
import type { Tenant } from '../tenant.ts';

type OauthAnswer = Readonly<{ status: number; body: unknown }>;

/** The token endpoint (RFC 6749, client credentials) and the one that says where it is. */
export const oauthRoutes = (app: FastifyInstance, tenant: Tenant): void => {
  app.post('/oauth/token', async (request, reply) => {
    const { status, body } = await answerToken(await readParameters(request), tenant);

    return reply
      .code(status)
      .headers({ 'Cache-Control': 'no-store', 'Content-Type': 'application/json;charset=UTF-8' })
      .send(JSON.stringify(body));
  });

  app.get('/oauth/info', (request, reply) => {
    const base = `http://${request.headers.host ?? '127.0.0.1'}`;

    return reply.send({
      authorizeEndpoint: `${base}/oauth/authorize`,
      tokenEndpoint: `${base}/oauth/token`,
      jwksEndpoint: `${base}/oauth/jwks`,
    });
  });
};

const answerToken = async (parameters: ReadonlyMap<string, string>, tenant: Tenant): Promise<OauthAnswer> => {
  const grant = parameters.get('grant_type');
  if (!grant) return refused(400, 'invalid_request', 'grant_type is missing');
  if (grant !== 'client_credentials')
    return refused(400, 'unsupported_grant_type', `${grant} is not supported`);

  const client = findClient(tenant.clients, parameters.get('client_id') ?? '');
  if (!client || client.clientSecret !== parameters.get('client_secret')) {
    return refused(401, 'invalid_client', 'client_id and client_secret do not belong together');
  }

  return { status: 200, body: await tenant.tokens.issue(client) };
};

const refused = (status: number, error: string, description: string): OauthAnswer => ({
  status,
  body: { error, error_description: description },
});

/** From the query string, and over it from a body that is a form, URL-encoded or multipart. */
const readParameters = async (request: FastifyRequest): Promise<ReadonlyMap<string, string>> => {
  const parameters = new Map<string, string>();
  for (const [name, value] of Object.entries(request.query ?? {})) {
    if (typeof value === 'string') parameters.set(name, value);
  }
  const contentType = request.headers['content-type'];
  if (!contentType || !Buffer.isBuffer(request.body) || request.body.length === 0) return parameters;

  try {
    const form = await new Response(request.body, { headers: { 'Content-Type': contentType } }).formData();
    for (const [name, value] of form) if (typeof value === 'string') parameters.set(name, value);
  } catch {
    // A body that is no form has no parameters; the answer says which one is missing.
  }

  return parameters;
};
