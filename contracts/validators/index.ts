import { loadContract } from '../document.ts';
import { triggers } from '../triggers/index.ts';
import { createValidators } from './create-validators.ts';

export type { Issue } from './issues.ts';

/** Validators over the project's contract. @throws ContractError while this module loads, where it is not usable */
export const {
  requestIssues,
  responseIssues,
  responseWarnings,
  queryIssues,
  triggerInputIssues,
  triggerOutputIssues,
} = createValidators({ document: loadContract(), triggers });
