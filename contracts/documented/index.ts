import { accessStatements } from './access.ts';
import { dispatchStatements } from './dispatch.ts';
import { managementStatements } from './management.ts';
import type { Statement } from './statement.ts';
import { triggerStatements } from './triggers.ts';

export type { Statement } from './statement.ts';

/** All that the vendor documents of the event triggers, each with the clauses that hold a tenant to it. */
export const statements: readonly Statement[] = [
  ...managementStatements,
  ...triggerStatements,
  ...accessStatements,
  ...dispatchStatements,
];
