import { WalkError } from '../../client/walk.ts';
import { operations } from '../../contracts/operations.ts';
import type { ApiVersion } from '../../contracts/versions.ts';
import { commonCause } from '../common-cause.ts';

/** Why the tenant could not be read, in a sentence for people. */
export const problemText = (problem: unknown, version: ApiVersion, host: string): string => {
  if (!(problem instanceof WalkError)) return problem instanceof Error ? problem.message : String(problem);
  const { exchange } = problem;
  if (exchange.response.status === 403) return missingScope(exchange.operation, host);

  return commonCause([exchange], version, host) ?? problem.message;
};

const missingScope = (operation: keyof typeof operations, host: string): string =>
  `${host} answers 403 to ${operation}: the client of SAIL_CLIENT_ID needs ${operations[operation].scopes.join(' or ')}, and has to belong to an ORG_ADMIN.`;
