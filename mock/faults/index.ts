import type { Mutant } from './mutant.ts';

/** The broken tenants, each id once. */
export const mutants: readonly Mutant[] = [];
