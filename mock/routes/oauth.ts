import type { FastifyInstance } from 'fastify';
import type { Tenant } from '../tenant.ts';

/** The token endpoint, and the one that says where it is. */
export const oauthRoutes = (app: FastifyInstance, tenant: Tenant): void => {
  app.post('/oauth/token', async (request, reply) => {
    const { seams } = tenant;
    const parameters = await seams.readGrant({
      query: request.query as Readonly<Record<string, unknown>>,
      contentType: request.headers['content-type'],
      body: Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0),
    });
    const { status, body } = await seams.answerGrant(parameters, tenant);

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
