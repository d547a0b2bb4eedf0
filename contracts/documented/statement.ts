import type { ClauseId } from '../clauses/index.ts';

/** One thing that the vendor documents, in our words, and what holds a tenant to it. */
export type Statement = Readonly<{
  /** Under which heading of the collected facts it stands. */
  topic:
    | 'versions'
    | 'operations'
    | 'triggers'
    | 'collections'
    | 'errors'
    | 'quota'
    | 'tokens'
    | 'dispatch'
    | 'filters';
  says: string;
  /** A few words or signs by which it is found again among the facts. */
  found: string;
}> &
  (Readonly<{ clauses: readonly [ClauseId, ...ClauseId[]] }> | Readonly<{ noClause: string }>);
