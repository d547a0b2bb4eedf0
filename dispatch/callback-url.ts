import { type ApiVersion, pathTemplate } from '../contracts/versions.ts';

/**
 * Where the output of an invocation is sent to. `base` is the tenant's address without version, with or
 * without a slash at its end.
 */
export const callbackUrl = (base: string, version: ApiVersion, invocationId: string): string =>
  base.replace(/\/+$/, '') +
  pathTemplate(version, 'completeTriggerInvocation').replace('{id}', encodeURIComponent(invocationId));
