import type { OperationId } from '../../../contracts/operations.ts';
import type { ApiVersion } from '../../../contracts/versions.ts';
import type { Apply, Mutant } from '../mutant.ts';

/** Asks for no scope, though still for a token. */
const openTo =
  (operation: OperationId, apiVersion?: ApiVersion): Apply =>
  ({ seams }) => {
    const { authorize } = seams;
    seams.authorize = (call, tenant) => {
      const meant =
        call.operation === operation && (apiVersion === undefined || call.apiVersion === apiVersion);

      return meant ? undefined : authorize(call, tenant);
    };
  };

/** Takes the scope for reading where the one for managing is needed. */
const openToReaders =
  (...operations: readonly OperationId[]): Apply =>
  ({ scopes }) => {
    for (const operation of operations) {
      scopes[operation] = [
        ...scopes[operation],
        'sp:trigger-service-subscriptions:read',
        'sp:trigger-service-invocation-status:read',
      ];
    }
  };

const closedToReaders =
  (operation: OperationId, scope: string): Apply =>
  ({ scopes }) => {
    scopes[operation] = [scope];
  };

export const scopeMutants: readonly Mutant[] = [
  { id: 'list-triggers-needs-no-scope', breaks: 'auth.scope.required', apply: openTo('listTriggers') },
  {
    id: 'list-subscriptions-needs-no-scope',
    breaks: 'auth.scope.required',
    apply: openTo('listSubscriptions'),
  },
  { id: 'create-needs-no-scope', breaks: 'auth.scope.required', apply: openTo('createSubscription') },
  { id: 'update-needs-no-scope', breaks: 'auth.scope.required', apply: openTo('updateSubscription') },
  { id: 'patch-needs-no-scope', breaks: 'auth.scope.required', apply: openTo('patchSubscription') },
  { id: 'delete-needs-no-scope', breaks: 'auth.scope.required', apply: openTo('deleteSubscription') },
  {
    id: 'status-list-needs-no-scope',
    breaks: 'auth.scope.required',
    apply: openTo('listTriggerInvocationStatus'),
  },
  {
    id: 'delete-needs-no-scope-in-beta',
    breaks: 'auth.scope.required',
    apply: openTo('deleteSubscription', 'beta'),
  },
  { id: 'readers-may-create', breaks: 'auth.scope.manage', apply: openToReaders('createSubscription') },
  { id: 'readers-may-update', breaks: 'auth.scope.manage', apply: openToReaders('updateSubscription') },
  { id: 'readers-may-patch', breaks: 'auth.scope.manage', apply: openToReaders('patchSubscription') },
  { id: 'readers-may-delete', breaks: 'auth.scope.manage', apply: openToReaders('deleteSubscription') },
  {
    id: 'readers-may-start-tests',
    breaks: 'auth.scope.manage',
    apply: openToReaders('startTestTriggerInvocation'),
  },
  {
    id: 'readers-may-not-list-triggers',
    breaks: 'auth.scope.read',
    apply: closedToReaders('listTriggers', 'sp:trigger-service-subscriptions:manage'),
  },
  {
    id: 'readers-may-not-list-subscriptions',
    breaks: 'auth.scope.read',
    apply: closedToReaders('listSubscriptions', 'sp:trigger-service-subscriptions:manage'),
  },
  {
    id: 'start-of-tests-needs-no-scope',
    breaks: 'auth.scope.required',
    apply: openTo('startTestTriggerInvocation'),
  },
  {
    id: 'filter-validation-needs-no-scope',
    breaks: 'auth.scope.required',
    apply: openTo('testSubscriptionFilter'),
  },
  {
    id: 'readers-may-validate-filters',
    breaks: 'auth.scope.manage',
    apply: openToReaders('testSubscriptionFilter'),
  },
  {
    id: 'readers-may-not-list-statuses',
    breaks: 'auth.scope.read',
    apply: closedToReaders('listTriggerInvocationStatus', 'sp:trigger-service-invocation-status:manage'),
  },
];
