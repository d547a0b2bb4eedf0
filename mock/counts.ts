import type { OperationId } from '../contracts/operations.ts';

/** What happens to a dispatch of a tenant that loses or doubles some. */
type DispatchFault = 'dropped' | 'duplicated';

/** How many requests each operation answered, by status, and how many dispatches were never sent, or sent twice. */
export type CountsRead = Readonly<Record<DispatchFault, number>> &
  Readonly<{ requests: Partial<Record<OperationId, Readonly<Record<string, number>>>> }>;

export type Counts = Readonly<{
  add: (operation: OperationId, status: number) => void;
  addDispatch: (fault: DispatchFault) => void;
  read: () => CountsRead;
}>;

export const createCounts = (): Counts => {
  const byOperation = new Map<OperationId, Map<number, number>>();
  const dispatches = { dropped: 0, duplicated: 0 };

  return {
    add: (operation, status) => {
      const byStatus = byOperation.get(operation) ?? new Map<number, number>();
      byOperation.set(operation, byStatus.set(status, (byStatus.get(status) ?? 0) + 1));
    },
    addDispatch: (fault) => {
      dispatches[fault] += 1;
    },
    read: () => ({
      requests: Object.fromEntries(
        [...byOperation].map(([operation, byStatus]) => [operation, Object.fromEntries(byStatus)]),
      ),
      ...dispatches,
    }),
  };
};
