import type { InvocationRecord } from '../records.ts';
import type { visibleInvocations } from '../routes/invocations.ts';
import type { Tenant } from '../tenant.ts';

/** Lists invocations as they were `delayMs` ago. */
export const lateStatuses =
  (delayMs: number, list: typeof visibleInvocations): typeof visibleInvocations =>
  (tenant: Tenant) => {
    const asOf = tenant.clock.now() - delayMs;

    return list(tenant)
      .filter(({ created }) => created <= asOf)
      .map((invocation) => (isOpenAt(invocation, asOf) ? reopened(invocation) : invocation));
  };

const isOpenAt = ({ completed }: InvocationRecord, at: number): boolean =>
  completed !== undefined && completed > at;

const reopened = ({ completed, output, localizedError, ...open }: InvocationRecord): InvocationRecord => open;
