import { loadContract } from '../document.ts';
import type { OperationId } from '../operations.ts';
import { apiFacts } from '../vendor-facts/api-facts.ts';
import { type PackedFacts, unpack } from '../vendor-facts/pack.ts';
import vendor from '../vendor-facts/vendor-facts.json' with { type: 'json' };
import type { ApiVersion } from '../versions.ts';
import { type BodyDefect, defectsOf, isInvalidBy } from './defects.ts';

export type { BodyDefect } from './defects.ts';
export { withDefect } from './with-defect.ts';

/** What our contract calls wrong with the body of an operation, and the vendor's description as well. */
export const bodyDefects = (operation: OperationId, version: ApiVersion): readonly BodyDefect[] => {
  const ours = apiFacts(loadContract())[operation]?.request ?? {};
  const theirs = unpack(vendor as PackedFacts, version)[operation]?.request ?? {};

  return defectsOf(ours).filter((defect) => isInvalidBy(theirs, defect));
};
