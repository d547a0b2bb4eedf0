import type { ServerResponse } from 'node:http';
import type { OperationId } from '../contracts/operations.ts';
import type { Call, Problem, Reply } from './call.ts';
import { type DispatchSteps, rightDispatchSteps } from './dispatch/steps.ts';
import { authenticate, authorize } from './plugins/auth.ts';
import { readBody } from './plugins/body.ts';
import { answerGrant, type GrantAnswer, type GrantParameters, readGrant } from './plugins/grant.ts';
import { admit, quotaKey, retryAfter } from './plugins/quota.ts';
import { respond, send } from './plugins/respond.ts';
import type { Claims, TokenRecord } from './plugins/tokens.ts';
import { bodyProblems, validate } from './plugins/validate.ts';
import { type Present, presentRecords } from './present.ts';
import { parseFilter } from './query/filter.ts';
import { matchesFilter } from './query/match.ts';
import { pageOf, parsePaging } from './query/paging.ts';
import { parseSorters, sortItems } from './query/sorters.ts';
import type { SubscriptionRecord, TriggerRecord } from './records.ts';
import { testSubscriptionFilter } from './routes/filter.ts';
import {
  addressees,
  completeTriggerInvocation,
  completionProblem,
  startTestTriggerInvocation,
  visibleInvocations,
} from './routes/invocations.ts';
import { listSubscriptions, listTriggerInvocationStatus, listTriggers } from './routes/lists.ts';
import {
  addSubscription,
  createSubscription,
  deleteSubscription,
  immutableProblems,
  patchSubscription,
  updateSubscription,
} from './routes/subscriptions.ts';
import type { Store } from './store.ts';
import { patchSubscriptionRecord, replaceSubscription } from './subscriptions/change.ts';
import { toSubscription } from './subscriptions/draft.ts';
import { subscriptionProblems } from './subscriptions/rules.ts';
import { keepSecrets } from './subscriptions/secrets.ts';
import type { Tenant } from './tenant.ts';

/** Lets a request pass by giving nothing, or answers it. */
type Guard = (call: Call, tenant: Tenant) => Reply | undefined;

export type Handler = (call: Call, tenant: Tenant) => Reply | Promise<Reply>;

/**
 * Every step that a request takes, by name. A tenant calls them anew for each request through this one object,
 * so that a fault replaces a step, wraps it, or leaves it out.
 */
export type Seams = {
  /** When a request is worked on: at once, or when its turn has come. */
  serve: (work: () => Promise<Reply>) => Promise<Reply>;
  /** In the order in which a request passes them. */
  authenticate: Guard;
  admit: Guard;
  authorize: Guard;
  read: Guard;
  validate: Guard;
  handle: Record<OperationId, Handler>;
  /** The last say on an answer, refusals included: the headers that all have are added here. */
  respond: (reply: Reply, call: Call, tenant: Tenant) => Reply | Promise<Reply>;
  /** Writes an answer to the socket. */
  send: (reply: Reply, response: ServerResponse, call: Call) => void;

  readGrant: typeof readGrant;
  answerGrant: (parameters: GrantParameters, tenant: Tenant) => Promise<GrantAnswer>;
  claims: (claims: Claims) => Claims;
  hasExpired: (token: TokenRecord, tenant: Tenant) => boolean;
  quotaKey: (call: Call) => string;
  /** Whole seconds to announce for a wait in milliseconds. */
  retryAfter: (waitMs: number) => number;
  bodyProblems: (operation: OperationId, body: unknown) => readonly Problem[];

  query: {
    parsePaging: typeof parsePaging;
    parseFilter: typeof parseFilter;
    matches: typeof matchesFilter;
    parseSorters: typeof parseSorters;
    sort: typeof sortItems;
    page: typeof pageOf;
    total: (chosen: readonly unknown[], page: readonly unknown[]) => number;
  };
  present: Present;

  draft: typeof toSubscription;
  rules: typeof subscriptionProblems;
  addSubscription: (
    subscription: SubscriptionRecord,
    trigger: TriggerRecord,
    tenant: Tenant,
  ) => Problem | undefined | Promise<Problem | undefined>;
  immutableProblems: typeof immutableProblems;
  replace: typeof replaceSubscription;
  patch: typeof patchSubscriptionRecord;
  keepSecrets: typeof keepSecrets;
  storeChanged: (subscription: SubscriptionRecord, store: Store) => void;
  removeSubscription: (id: string, tenant: Tenant) => boolean;

  addressees: typeof addressees;
  completionProblem: typeof completionProblem;
  visibleInvocations: typeof visibleInvocations;
  dispatch: DispatchSteps;
};

/** The steps of a tenant that keeps its promises. */
export const rightSeams = (): Seams => ({
  serve: (work) => work(),
  authenticate,
  admit,
  authorize,
  read: readBody,
  validate,
  handle: {
    listTriggers,
    createSubscription,
    listSubscriptions,
    updateSubscription,
    patchSubscription,
    deleteSubscription,
    testSubscriptionFilter,
    startTestTriggerInvocation,
    completeTriggerInvocation,
    listTriggerInvocationStatus,
  },
  respond,
  send,

  readGrant,
  answerGrant,
  claims: (claims) => claims,
  hasExpired: (token, { clock }) => clock.now() >= token.expires,
  quotaKey,
  retryAfter,
  bodyProblems,

  query: {
    parsePaging,
    parseFilter,
    matches: matchesFilter,
    parseSorters,
    sort: sortItems,
    page: pageOf,
    total: (chosen) => chosen.length,
  },
  present: presentRecords(),

  draft: toSubscription,
  rules: subscriptionProblems,
  addSubscription,
  immutableProblems,
  replace: replaceSubscription,
  patch: patchSubscriptionRecord,
  keepSecrets,
  storeChanged: (subscription, store) => store.subscriptions.put(subscription),
  removeSubscription: (id, { store }) => store.subscriptions.remove(id),

  addressees,
  completionProblem,
  visibleInvocations,
  dispatch: rightDispatchSteps(),
});
