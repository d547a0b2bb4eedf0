import type { Tenant } from '../tenant.ts';

/** A tenant with one promise broken. */
export type Mutant = Readonly<{
  /** Kebab-case, unique among mutants and variants. */
  id: string;
  /** Id of the clause, of `contracts/clauses`. */
  breaks: string;
  apply: (tenant: Tenant) => void;
}>;

/** A tenant that looks unusual and keeps every promise. */
export type Variant = Readonly<{
  id: string;
  /** What is unusual, in one sentence. */
  manner: string;
  apply: (tenant: Tenant) => void;
}>;
