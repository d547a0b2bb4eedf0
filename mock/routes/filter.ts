import type { Call, Reply } from '../call.ts';
import type { Tenant } from '../tenant.ts';

/** What is asked of the filter dialect; the tenant takes it as an argument. */
export type Filters = Readonly<{
  /** Whether an expression can be stored in a subscription. */
  compiles: (filter: string) => boolean;
  /** Whether an event is dispatched to a subscription with this filter. */
  matches: (filter: string, input: unknown) => boolean;
  /** The answer of validate-filter. */
  validate: (filter: string, input: unknown) => FilterValidity;
}>;

type FilterValidity = Readonly<{ isValid: boolean; isValidJSONPath: boolean; isPathExist: boolean }>;

type ValidateBody = Readonly<{ filter: string; input: unknown }>;

export const testSubscriptionFilter = (call: Call, tenant: Tenant): Reply => {
  const { filter, input } = call.body as ValidateBody;

  return { status: 200, headers: {}, body: tenant.filters.validate(filter, input) };
};
