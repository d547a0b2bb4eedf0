import fastify, { type FastifyInstance, type FastifyReply } from 'fastify';
import { type OperationId, operationIds, operations } from '../contracts/operations.ts';
import { isVirtual } from './clock.ts';
import type { Tenant } from './tenant.ts';

/** What a run may do to a mock tenant and to no other: move its clock, raise faults, read its counts. */
export const createControl = (tenant: Tenant): FastifyInstance => {
  const app = fastify({ logger: false, forceCloseConnections: true });
  const { clock, faults, counts } = tenant;

  app.get('/health', (_request, reply) => reply.send({ status: 'ok' }));

  app.get('/clock', (_request, reply) =>
    reply.send({ now: new Date(clock.now()).toISOString(), virtual: isVirtual(clock) }),
  );

  app.post('/clock/advance', async (request, reply) => {
    const ms = member(request.body, 'ms');
    if (!isVirtual(clock))
      return refuse(reply, 409, 'This tenant runs on the clock of the machine: it cannot be advanced.');
    if (typeof ms !== 'number' || !(ms >= 0 && Number.isFinite(ms))) {
      return refuse(reply, 400, 'ms is missing: give the milliseconds to advance by, 0 or more.');
    }
    await clock.advance(ms);

    return reply.send({ now: new Date(clock.now()).toISOString(), virtual: true });
  });

  app.post('/faults', (request, reply) => {
    const operation = member(request.body, 'operation');
    const status = member(request.body, 'status');
    const times = member(request.body, 'times') ?? 1;
    if (!isOperation(operation)) {
      return refuse(reply, 400, `operation is unknown: give one of ${operationIds.join(', ')}.`);
    }
    if (!isWhole(status, 400, 599))
      return refuse(reply, 400, 'status is out of range: give one from 400 to 599.');
    if (!isWhole(times, 1, 10_000))
      return refuse(reply, 400, 'times is out of range: give a number from 1 to 10000.');
    faults.raise(operation, { status, times });

    return reply.code(204).send();
  });

  app.delete('/faults', (_request, reply) => {
    faults.clear();

    return reply.code(204).send();
  });

  app.get('/counts', (_request, reply) => {
    const { user, system } = process.cpuUsage();

    return reply.send({ ...counts.read(), cpuMs: { user: user / 1000, system: system / 1000 } });
  });

  return app;
};

const member = (body: unknown, name: string): unknown =>
  typeof body === 'object' && body !== null ? (body as Readonly<Record<string, unknown>>)[name] : undefined;

const isOperation = (value: unknown): value is OperationId =>
  typeof value === 'string' && Object.hasOwn(operations, value);

const isWhole = (value: unknown, least: number, greatest: number): value is number =>
  typeof value === 'number' && Number.isInteger(value) && value >= least && value <= greatest;

const refuse = (reply: FastifyReply, status: number, message: string): FastifyReply =>
  reply.code(status).send({ message });
