import type { OperationId } from '../../contracts/operations.ts';

type ListOperation = Extract<OperationId, `list${string}`>;

/** A collection to walk, and records that are in it all the while. */
export type WalkedCollection = Readonly<{
  operation: ListOperation;
  sorters: string;
  /** Ids that a whole walk meets, each once. */
  known: readonly string[];
}>;

/** What the scenario `pagination` is told besides where the API is. */
export type PaginationPlan = Readonly<{
  collections: readonly WalkedCollection[];
  /** Page sizes. */
  limits: readonly number[];
  /** A walk ends after so many pages; with small ones it is a part of a walk. */
  mostPages: number;
  /** Times that every collection is walked with every page size, without writers and beside them. */
  rounds: Readonly<{ quiet: number; busy: number }>;
  /** For the writers: a valid subscription but for its name. */
  draft: Readonly<Record<string, unknown>>;
  name: string;
  /** How long all of it may take. */
  seconds: number;
  pauseSeconds: number;
}>;
