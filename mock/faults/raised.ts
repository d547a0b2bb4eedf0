import type { OperationId } from '../../contracts/operations.ts';
import type { Call, Reply } from '../call.ts';
import { errorReply, tooManyRequests, unauthorized } from '../plugins/errors.ts';

/** Faults that were asked for: the way to statuses that no request provokes, such as 500. */
export type RaisedFaults = Readonly<{
  raise: (operation: OperationId, fault: Readonly<{ status: number; times?: number }>) => void;
  /** The answer of a fault that is due, in the documented shape of its status. */
  take: (call: Call) => Reply | undefined;
  clear: () => void;
}>;

export const createRaisedFaults = (): RaisedFaults => {
  const due = new Map<OperationId, number[]>();

  return {
    raise: (operation, { status, times = 1 }) => {
      due.set(operation, [...(due.get(operation) ?? []), ...Array<number>(times).fill(status)]);
    },
    take: (call) => {
      if (due.size === 0) return undefined;
      const status = due.get(call.operation)?.shift();

      return status === undefined ? undefined : faultReply(status, call.requestId);
    },
    clear: () => due.clear(),
  };
};

const faultReply = (status: number, requestId: string): Reply => {
  if (status === 401) return unauthorized('JWT validation failed: JWT is expired');
  if (status === 429) return tooManyRequests(1);

  return errorReply(status, requestId, ['raised on request']);
};
