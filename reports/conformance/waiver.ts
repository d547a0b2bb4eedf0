import { cells } from '../../contracts/operations.ts';
import type { ApiVersion } from '../../contracts/versions.ts';
import type { TestRecord, ViolationRecord } from '../record.ts';
import { concerns } from './concerns.ts';

/** A broken promise that somebody answers for until a day: it is judged and shown, and does not fail the verdict. */
export type Waiver = Readonly<{
  /** Host of the tenant, or `mock`. */
  target: string;
  /** Only in this version; absent: in all. */
  apiVersion?: ApiVersion;
  reason: string;
  owner: string;
  /** The last day on which it holds, `2026-06-30`, UTC. */
  expires: string;
  /** Where it is written: `waivers.yaml:3`. */
  place: string;
}> &
  (Readonly<{ clause: string }> | Readonly<{ cell: CellName }>);

/** `listSubscriptions 400`. */
export type CellName = string;

export const cellName = ({ operation, status }: Readonly<{ operation: string; status: number }>): CellName =>
  `${operation} ${status}`;

export const isInForce = ({ apiVersion }: Waiver, version: ApiVersion): boolean =>
  apiVersion === undefined || apiVersion === version;

/** Whether a waiver covers what a test saw broken. */
export const covers = (
  waiver: Waiver,
  violation: ViolationRecord,
  test: Pick<TestRecord, 'apiVersion' | 'cells'>,
  clauses: Parameters<typeof concerns>[3],
): boolean => {
  if (violation.level !== 'must' || !isInForce(waiver, test.apiVersion)) return false;
  if ('clause' in waiver) return violation.clause === waiver.clause;
  const cell = cells.find((one) => cellName(one) === waiver.cell);
  if (cell === undefined) return false;
  const isDeclared = test.cells.some((one) => cellName(one) === waiver.cell);

  return concerns(violation, cell, isDeclared, clauses);
};
