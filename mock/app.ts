import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { type OperationId, operationIds, operations } from '../contracts/operations.ts';
import { type ApiVersion, apiVersions, pathTemplate } from '../contracts/versions.ts';
import { answer } from './answer.ts';
import type { Call } from './call.ts';
import { oauthRoutes } from './routes/oauth.ts';
import type { Tenant } from './tenant.ts';

const mebibyte = 2 ** 20;

/** The tenant behind HTTP: the ten operations under the paths of all versions, and the token endpoint. */
export const createApp = (tenant: Tenant): FastifyInstance => {
  const app = fastify({
    logger: false,
    bodyLimit: 8 * mebibyte,
    forceCloseConnections: true,
    exposeHeadRoutes: false,
    routerOptions: { maxParamLength: 4096 },
    frameworkErrors: (error, _request, reply) =>
      void gatewayError(reply, error.statusCode ?? 400, error.message),
  });
  // Bodies are read by the stages of an operation; the framework would refuse some before authentication.
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
  app.setNotFoundHandler((_request, reply) => void gatewayError(reply, 404, 'no route matches this path'));
  app.setErrorHandler(
    (error: Readonly<{ statusCode?: number; message: string }>, _request, reply) =>
      void gatewayError(reply, error.statusCode ?? 500, error.message),
  );

  oauthRoutes(app, tenant);
  for (const apiVersion of apiVersions) {
    for (const operation of operationIds) addOperation(app, tenant, operation, apiVersion);
  }

  return app;
};

const addOperation = (
  app: FastifyInstance,
  tenant: Tenant,
  operation: OperationId,
  apiVersion: ApiVersion,
): void => {
  app.route({
    method: operations[operation].method,
    url: pathTemplate(apiVersion, operation).replace('{id}', ':id'),
    handler: (request, reply) => {
      const call = toCall(request, operation, apiVersion, tenant);
      // The stages decide on every byte of the answer, so the framework keeps out of it.
      reply.hijack();
      void answer(call, tenant).then((answered) => tenant.seams.send(answered, reply.raw, call));
    },
  });
};

const toCall = (
  request: FastifyRequest,
  operation: OperationId,
  apiVersion: ApiVersion,
  tenant: Tenant,
): Call => ({
  operation,
  apiVersion,
  requestId: tenant.random.hex(),
  id: (request.params as Readonly<{ id?: string }>).id ?? '',
  query: request.query as Readonly<Record<string, unknown>>,
  headers: request.headers,
  rawBody: Buffer.isBuffer(request.body) ? request.body : undefined,
});

/** A refusal by what stands before the API, in one of the shapes that gateways have. */
const gatewayError = (reply: FastifyReply, status: number, message: string): FastifyReply =>
  reply.code(status).type('application/json;charset=UTF-8').send(JSON.stringify({ message }));
