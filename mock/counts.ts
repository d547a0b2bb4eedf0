import type { OperationId } from '../contracts/operations.ts';

/** How many requests each operation answered, by status. */
export type Counts = Readonly<{
  add: (operation: OperationId, status: number) => void;
  read: () => Partial<Record<OperationId, Readonly<Record<string, number>>>>;
}>;

export const createCounts = (): Counts => {
  const byOperation = new Map<OperationId, Map<number, number>>();

  return {
    add: (operation, status) => {
      const byStatus = byOperation.get(operation) ?? new Map<number, number>();
      byOperation.set(operation, byStatus.set(status, (byStatus.get(status) ?? 0) + 1));
    },
    read: () =>
      Object.fromEntries(
        [...byOperation].map(([operation, byStatus]) => [operation, Object.fromEntries(byStatus)]),
      ),
  };
};
