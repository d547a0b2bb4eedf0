import type { Clause } from '../../contracts/clauses/clause.ts';
import { cells } from '../../contracts/operations.ts';
import type { CellRef, ViolationRecord } from '../record.ts';

/**
 * Whether a violation is about a cell. One that names no documented status of its operation is about each cell that
 * its test declares.
 */
export const concerns = (
  violation: ViolationRecord,
  cell: CellRef,
  isDeclared: boolean,
  clauses: Readonly<Record<string, Clause>>,
): boolean => {
  if (violation.operation !== cell.operation) return false;

  const status = violation.status ?? clauses[violation.clause]?.status;
  const isDocumented = cells.some((one) => one.operation === violation.operation && one.status === status);
  return isDocumented ? status === cell.status : isDeclared;
};
