import type { ClauseId } from '../../contracts/clauses/index.ts';
import type { Tenant } from '../tenant.ts';

/** Makes a tenant behave otherwise, from the next request on. */
export type Apply = (tenant: Tenant) => void;

/** A tenant with one promise broken. */
export type Mutant = Readonly<{
  /** Kebab-case, unique among mutants and variants. */
  id: string;
  /** The promise that it breaks. */
  breaks: ClauseId;
  apply: Apply;
}>;

/** A tenant that looks unusual and keeps every promise. */
export type Variant = Readonly<{
  id: string;
  /** What is unusual, in one sentence. */
  manner: string;
  /** Why it is right: where it was seen, or what nobody publishes. */
  source: string;
  /** Clauses that a careless suite would call broken. */
  touches: readonly [ClauseId, ...ClauseId[]];
  apply: Apply;
}>;
