import { loadContract } from '../document.ts';
import type { OperationId } from '../operations.ts';
import { apiFacts } from '../vendor-facts/api-facts.ts';
import { type PackedFacts, unpack } from '../vendor-facts/pack.ts';
import vendor from '../vendor-facts/vendor-facts.json' with { type: 'json' };
import type { ApiVersion } from '../versions.ts';
import { type BodyDefect, defectsOf, isInvalidBy } from './defects.ts';
import { isParameterRefusedBy, type ParameterDefect, parameterDefectsOf } from './parameter-defects.ts';

export type { BodyDefect } from './defects.ts';
export { withDefect } from './with-defect.ts';

/** What our contract calls wrong with the body of an operation, and the vendor's description as well. */
export const bodyDefects = (operation: OperationId, version: ApiVersion): readonly BodyDefect[] => {
  const { ours, theirs } = descriptions(operation, version, 'request');

  return defectsOf(ours).filter((defect) => isInvalidBy(theirs, defect));
};

/** The same for the parameters of its query. */
export const parameterDefects = (operation: OperationId, version: ApiVersion): readonly ParameterDefect[] => {
  const { ours, theirs } = descriptions(operation, version, 'parameters');

  return parameterDefectsOf(ours).filter((defect) => isParameterRefusedBy(theirs, defect));
};

const descriptions = (operation: OperationId, version: ApiVersion, location: 'request' | 'parameters') => ({
  ours: apiFacts(loadContract())[operation]?.[location] ?? {},
  theirs: unpack(vendor as PackedFacts, version)[operation]?.[location] ?? {},
});
