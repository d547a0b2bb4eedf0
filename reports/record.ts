import type { Exchange } from '../client/exchange.ts';
import type { Endpoint, OperationId } from '../contracts/operations.ts';
import type { ApiVersion } from '../contracts/versions.ts';

/** A promise that an exchange broke: data, not an exception. Made by the judge of exchanges and by specs. */
export type ViolationRecord = Readonly<{
  /** Id of the clause, of `contracts/clauses`. */
  clause: string;
  /** The operation that broke it; not always the one whose exchange shows it. */
  operation: Endpoint;
  /** The documented status (the cell) that it concerns, where it concerns one. */
  status?: number;
  level: 'must' | 'should';
  expected: string;
  seen: string;
  exchange?: Exchange;
}>;

/** Why a test was not run, and what would let it run. */
export type SkipRecord = Readonly<{
  /** Short name of the missing capability: `writes`, `limits`, `faults`, `not-yet` ... */
  capability: string;
  /** Reason for people: "would use up the client's quota". */
  reason: string;
  /** Setting that gives the capability, ready to paste: `ISC_ALLOW_RISKS=quota`; absent where nothing on this target does. */
  setting?: string;
}>;

export type CellRef = Readonly<{ operation: OperationId; status: number }>;

/**
 * What one spec of one API version came to. `failed`: at least one `must` violation; `error`: the spec could
 * not judge (tenant unreachable, precondition missing, a mistake of the suite).
 */
export type TestRecord = Readonly<{
  title: string;
  /** `specs/subscriptions/limit.spec.ts:12`, relative to the package. */
  location: string;
  apiVersion: ApiVersion;
  /** Name of the runner's project where it is not the API version: the mutant that was judged. */
  project?: string;
  clauses: readonly string[];
  /** Clauses that were judged beside the test's own, at each of its exchanges. */
  judged?: readonly string[];
  /** The cells that the test is meant to provoke and judge. */
  cells: readonly CellRef[];
  outcome: 'passed' | 'failed' | 'skipped' | 'error';
  skip?: SkipRecord;
  /** What stopped the test where outcome is `error`: one or two sentences, no stack, no ANSI codes. */
  error?: string;
  violations: readonly ViolationRecord[];
  /** Every exchange of the test in order, in brief. */
  exchanges: readonly Readonly<{ operation: OperationId; status: number; milliseconds: number }>[];
  seconds: number;
}>;
