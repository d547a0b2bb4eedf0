import { accessRequestDynamicApprover } from './access-request-dynamic-approver.ts';
import { accessRequestPostApproval } from './access-request-post-approval.ts';
import { accessRequestPreApproval } from './access-request-pre-approval.ts';
import { accountAttributesChanged } from './account-attributes-changed.ts';
import { accountCorrelated, accountUncorrelated } from './account-correlation.ts';
import { accountAggregationCompleted, aggregationAccountsCollected } from './aggregations.ts';
import { campaignActivated, campaignEnded, campaignGenerated } from './campaigns.ts';
import { certificationSignedOff } from './certification-signed-off.ts';
import { identityAttributesChanged, identityCreated } from './identities.ts';
import { postProvisioning } from './post-provisioning.ts';
import { savedSearchComplete } from './saved-search-complete.ts';
import { sourceCreated, sourceDeleted, sourceUpdated } from './sources.ts';
import type { CatalogueTrigger } from './trigger.ts';
import { vaClusterStatusChange } from './va-cluster-status-change.ts';

export type { CatalogueTrigger } from './trigger.ts';

/** The 20 documented triggers, REQUEST_RESPONSE first. A tenant may offer more. Plain data: k6 imports it as well. */
export const triggers: readonly CatalogueTrigger[] = [
  accessRequestDynamicApprover,
  accessRequestPreApproval,
  accessRequestPostApproval,
  accountAggregationCompleted,
  accountAttributesChanged,
  accountCorrelated,
  accountUncorrelated,
  aggregationAccountsCollected,
  campaignActivated,
  campaignEnded,
  campaignGenerated,
  certificationSignedOff,
  identityAttributesChanged,
  identityCreated,
  postProvisioning,
  savedSearchComplete,
  sourceCreated,
  sourceDeleted,
  sourceUpdated,
  vaClusterStatusChange,
];

/** The documented trigger of an id, or undefined where a tenant offers one of its own. */
export const findTrigger = (id: string): CatalogueTrigger | undefined =>
  triggers.find((trigger) => trigger.id === id);
