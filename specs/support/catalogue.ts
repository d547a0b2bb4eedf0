/** The documented triggers, stated here once more: specs do not take what they expect from contracts/. */
export const documentedTriggers = {
  REQUEST_RESPONSE: ['idn:access-request-dynamic-approver', 'idn:access-request-pre-approval'],
  FIRE_AND_FORGET: [
    'idn:access-request-post-approval',
    'idn:account-aggregation-completed',
    'idn:account-attributes-changed',
    'idn:account-correlated',
    'idn:account-uncorrelated',
    'idn:aggregation-accounts-collected',
    'idn:campaign-activated',
    'idn:campaign-ended',
    'idn:campaign-generated',
    'idn:certification-signed-off',
    'idn:identity-attributes-changed',
    'idn:identity-created',
    'idn:post-provisioning',
    'idn:saved-search-complete',
    'idn:source-created',
    'idn:source-deleted',
    'idn:source-updated',
    'idn:va-cluster-status-change',
  ],
} as const;

export type TriggerType = keyof typeof documentedTriggers;

export const documentedIds: readonly string[] = Object.values(documentedTriggers).flat();

export const typeOf = (triggerId: string): TriggerType | undefined =>
  (Object.keys(documentedTriggers) as TriggerType[]).find((type) =>
    (documentedTriggers[type] as readonly string[]).includes(triggerId),
  );
