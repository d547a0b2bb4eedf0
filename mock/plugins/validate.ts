import type { OperationId } from '../../contracts/operations.ts';
import { type Issue, requestIssues } from '../../contracts/validators/index.ts';
import type { Call, Problem, Reply } from '../call.ts';
import { patchProblems } from '../subscriptions/patch.ts';
import type { Tenant } from '../tenant.ts';
import { badRequest } from './errors.ts';

/** What the schema of a body cannot say, or says too vaguely for a client. */
const checks: Partial<Record<OperationId, (body: unknown) => readonly Problem[]>> = {
  patchSubscription: patchProblems,
};

/** Refuses a body that the contract does not allow; the causes name every field that is wrong. */
export const validate = (call: Call, tenant: Tenant): Reply | undefined => {
  if (call.body === undefined) return undefined;
  const problems = tenant.seams.bodyProblems(call.operation, call.body);

  return problems.length > 0 ? badRequest(call.requestId, problems) : undefined;
};

export const bodyProblems = (operation: OperationId, body: unknown): readonly Problem[] => {
  const found = checks[operation]?.(body) ?? [];

  return found.length > 0 ? found : requestIssues(operation, body).map(toProblem);
};

/** `/httpConfig/httpDispatchMode` is the field `httpConfig.httpDispatchMode`. */
export const toProblem = ({ pointer, message }: Issue): Problem => ({
  field: pointer.split('/').slice(1).join('.') || 'body',
  text: message,
});
