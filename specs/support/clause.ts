import type { TestDetails } from '@playwright/test';
import type { Clause } from '../../contracts/clauses/clause.ts';
import { type ClauseId, clauses } from '../../contracts/clauses/index.ts';
import type { Endpoint } from '../../contracts/operations.ts';
import type { Capability } from './capabilities.ts';
import { tagOf } from './tag.ts';

type ClauseOptions = Readonly<{
  /** The operation that is judged, where the clause is about several. */
  operation?: Endpoint;
  /** The status of the cell that the test provokes, where it is not the clause's own. */
  status?: number;
  /** What the target has to allow. */
  needs?: readonly Capability[];
  /** Belongs to the short run, `gate --smoke`. */
  smoke?: boolean;
}>;

/** What a spec says of itself: the clause that it judges, the cell that it provokes, and what that needs. */
export const clause = (id: ClauseId, options: ClauseOptions = {}): TestDetails => {
  const stated: Clause = clauses[id];
  const operation = options.operation ?? [stated.operation].flat()[0];
  const status = options.status ?? stated.status;

  return {
    tag: [tagOf('clause', id), tagOf('operation', String(operation)), ...(options.smoke ? ['@smoke'] : [])],
    annotation: [
      { type: 'clause', description: id },
      { type: 'operation', description: String(operation) },
      ...(status === undefined ? [] : [{ type: 'cell', description: `${operation} ${status}` }]),
      ...(options.needs ?? []).map((need) => ({ type: 'needs', description: need })),
    ],
  };
};
