import { authenticationClauses } from './authentication.ts';
import type { Clause } from './clause.ts';
import { collectionClauses } from './collections.ts';
import { dispatchClauses } from './dispatch.ts';
import { exchangeClauses } from './exchanges.ts';
import { filterClauses } from './filters.ts';
import { invocationClauses } from './invocations.ts';
import { quotaClauses } from './quota.ts';
import { requestClauses } from './requests.ts';
import { subscriptionChangeClauses } from './subscription-changes.ts';
import { subscriptionClauses } from './subscriptions.ts';
import { triggerClauses } from './triggers.ts';

/** Every promise that the suite judges, by id. */
export const clauses = {
  ...exchangeClauses,
  ...requestClauses,
  ...authenticationClauses,
  ...triggerClauses,
  ...subscriptionClauses,
  ...subscriptionChangeClauses,
  ...collectionClauses,
  ...quotaClauses,
  ...filterClauses,
  ...invocationClauses,
  ...dispatchClauses,
} as const satisfies Record<string, Clause>;

export type ClauseId = keyof typeof clauses;
