import type { Endpoint } from '../operations.ts';

/** One documented promise of the API. Plain data: reports, specs and mutants refer to it by its id. */
export type Clause = Readonly<{
  /** `must` is documented and fails a tenant; `should` is expected and only warns. */
  level: 'must' | 'should';
  /** The promise in one sentence about the tenant. */
  statement: string;
  /** The operation that keeps it, or several where the promise is the same for each. */
  operation: Endpoint | readonly Endpoint[];
  /** The documented status in which the promise shows, where it shows in one. */
  status?: number;
  /** The vendor's document that makes the promise. */
  source: string;
}>;
