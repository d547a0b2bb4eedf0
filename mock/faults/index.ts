import type { Mutant, Variant } from './mutant.ts';
import { afterChangeMutants } from './mutants/after-changes.ts';
import { authenticationMutants } from './mutants/authentication.ts';
import { completionMutants } from './mutants/completion.ts';
import { createMutants } from './mutants/create.ts';
import { createRefusalMutants } from './mutants/create-refusals.ts';
import { deadlineMutants } from './mutants/deadlines.ts';
import { dispatchCredentialMutants } from './mutants/dispatch-credentials.ts';
import { dispatchFailureMutants } from './mutants/dispatch-failures.ts';
import { dispatchModeMutants } from './mutants/dispatch-modes.ts';
import { dispatchRequestMutants } from './mutants/dispatch-requests.ts';
import { exchangeMutants } from './mutants/exchanges.ts';
import { filterValidationMutants } from './mutants/filter-validation.ts';
import { filteringMutants } from './mutants/filtering.ts';
import { invocationMutants } from './mutants/invocations.ts';
import { limitMutants } from './mutants/limits.ts';
import { looseValidationMutants } from './mutants/loose-validation.ts';
import { neighbourMutants } from './mutants/neighbours.ts';
import { otherMakingMutants } from './mutants/of-other-making.ts';
import { pagingMutants } from './mutants/paging.ts';
import { patchMutants } from './mutants/patch.ts';
import { patchRefusalMutants } from './mutants/patch-refusals.ts';
import { quotaMutants } from './mutants/quota.ts';
import { scopeMutants } from './mutants/scopes.ts';
import { secretMutants } from './mutants/secrets.ts';
import { sortingMutants } from './mutants/sorting.ts';
import { statusListingMutants } from './mutants/status-listing.ts';
import { statusPagingMutants } from './mutants/status-paging.ts';
import { statusMutants } from './mutants/statuses.ts';
import { testAnswerMutants } from './mutants/test-answers.ts';
import { testStartMutants } from './mutants/test-starts.ts';
import { textMutants } from './mutants/texts.ts';
import { triggerMutants } from './mutants/triggers.ts';
import { unknownMutants } from './mutants/unknown.ts';
import { updateMutants } from './mutants/update.ts';
import { bodyVariants } from './variants/bodies.ts';
import { completionVariants } from './variants/completions.ts';
import { contentVariants } from './variants/contents.ts';
import { eventVariants } from './variants/events.ts';
import { listVariants } from './variants/lists.ts';
import { mannerVariants } from './variants/manners.ts';
import { otherVariants } from './variants/others.ts';
import { quotaVariants } from './variants/quotas.ts';
import { recordVariants } from './variants/records.ts';
import { refusalVariants } from './variants/refusals.ts';
import { statusVariants } from './variants/statuses.ts';
import { strictVariants } from './variants/strict.ts';
import { tokenVariants } from './variants/tokens.ts';
import { wireVariants } from './variants/wire.ts';

export type { Mutant, Variant } from './mutant.ts';

/** Tenants with one promise broken each; a gate that is worth anything is red on every one. */
export const mutants: readonly Mutant[] = [
  ...authenticationMutants,
  ...scopeMutants,
  ...exchangeMutants,
  ...triggerMutants,
  ...createMutants,
  ...createRefusalMutants,
  ...limitMutants,
  ...secretMutants,
  ...updateMutants,
  ...looseValidationMutants,
  ...textMutants,
  ...neighbourMutants,
  ...patchMutants,
  ...patchRefusalMutants,
  ...unknownMutants,
  ...pagingMutants,
  ...filteringMutants,
  ...sortingMutants,
  ...quotaMutants,
  ...invocationMutants,
  ...filterValidationMutants,
  ...testStartMutants,
  ...testAnswerMutants,
  ...dispatchRequestMutants,
  ...dispatchCredentialMutants,
  ...afterChangeMutants,
  ...dispatchModeMutants,
  ...dispatchFailureMutants,
  ...deadlineMutants,
  ...completionMutants,
  ...otherMakingMutants,
  ...statusMutants,
  ...statusPagingMutants,
  ...statusListingMutants,
];

/** Tenants that look unusual and are right; a gate that is red on one cries wolf. */
export const variants: readonly Variant[] = [
  ...bodyVariants,
  ...recordVariants,
  ...otherVariants,
  ...listVariants,
  ...statusVariants,
  ...eventVariants,
  ...contentVariants,
  ...completionVariants,
  ...mannerVariants,
  ...quotaVariants,
  ...refusalVariants,
  ...strictVariants,
  ...tokenVariants,
  ...wireVariants,
];
