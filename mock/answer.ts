import type { Call, Reply } from './call.ts';
import { errorReply } from './plugins/errors.ts';
import type { Tenant } from './tenant.ts';

/**
 * Takes a request through the stages: a fault that is due, then authentication, quota, scope, body, validation,
 * and the operation itself. The first stage that answers ends it.
 */
export const answer = async (call: Call, tenant: Tenant): Promise<Reply> => {
  const { seams } = tenant;
  const settled = await seams.serve(() => settle(call, tenant));
  const reply = await seams.respond(settled, call, tenant);
  tenant.counts.add(call.operation, reply.status);

  return reply;
};

const settle = async (call: Call, tenant: Tenant): Promise<Reply> => {
  const { seams } = tenant;
  try {
    return (
      tenant.faults.take(call) ??
      seams.authenticate(call, tenant) ??
      seams.admit(call, tenant) ??
      seams.authorize(call, tenant) ??
      seams.read(call, tenant) ??
      seams.validate(call, tenant) ??
      (await seams.handle[call.operation](call, tenant))
    );
  } catch (error) {
    return errorReply(500, call.requestId, [`the mock tenant failed: ${String(error)}`]);
  }
};
