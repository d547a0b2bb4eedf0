/** One API operation: where it is, what it answers, who may call it. Plain data: k6 imports it as well. */
export type Operation = Readonly<{
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** First segment of the path below the version. */
  resource: 'triggers' | 'trigger-subscriptions' | 'trigger-invocations';
  /** What follows the resource, `{id}` as a template. */
  path: string;
  requestMediaType?: 'application/json' | 'application/json-patch+json';
  success: readonly number[];
  errors: readonly number[];
  /** Documented statuses that no request can provoke, only a fault (500 and three more). */
  byFault: readonly number[];
  /** Any one of these grants the operation; none listed means that none is needed. */
  scopes: readonly string[];
}>;

const subscriptions = {
  read: 'sp:trigger-service-subscriptions:read',
  manage: 'sp:trigger-service-subscriptions:manage',
};
const invocations = {
  read: 'sp:trigger-service-invocation-status:read',
  manage: 'sp:trigger-service-invocation-status:manage',
};

/** The ten operations with their 64 documented statuses. Source: the vendor's API description, all versions. */
export const operations = {
  listTriggers: {
    method: 'GET',
    resource: 'triggers',
    path: '',
    success: [200],
    errors: [400, 401, 403, 429, 500],
    byFault: [500],
    scopes: [subscriptions.read],
  },
  createSubscription: {
    method: 'POST',
    resource: 'trigger-subscriptions',
    path: '',
    requestMediaType: 'application/json',
    success: [201],
    errors: [400, 401, 403, 429, 500],
    byFault: [500],
    scopes: [subscriptions.manage],
  },
  listSubscriptions: {
    method: 'GET',
    resource: 'trigger-subscriptions',
    path: '',
    success: [200],
    errors: [400, 401, 403, 429, 500],
    byFault: [500],
    scopes: [subscriptions.read, subscriptions.manage],
  },
  updateSubscription: {
    method: 'PUT',
    resource: 'trigger-subscriptions',
    path: '/{id}',
    requestMediaType: 'application/json',
    success: [200],
    errors: [400, 401, 403, 404, 429, 500],
    byFault: [500],
    scopes: [subscriptions.manage],
  },
  patchSubscription: {
    method: 'PATCH',
    resource: 'trigger-subscriptions',
    path: '/{id}',
    requestMediaType: 'application/json-patch+json',
    success: [200],
    errors: [400, 401, 403, 404, 429, 500],
    byFault: [500],
    scopes: [subscriptions.manage],
  },
  deleteSubscription: {
    method: 'DELETE',
    resource: 'trigger-subscriptions',
    path: '/{id}',
    success: [204],
    errors: [400, 401, 403, 404, 429, 500],
    byFault: [400, 500],
    scopes: [subscriptions.manage],
  },
  testSubscriptionFilter: {
    method: 'POST',
    resource: 'trigger-subscriptions',
    path: '/validate-filter',
    requestMediaType: 'application/json',
    success: [200],
    errors: [400, 401, 403, 429, 500],
    byFault: [500],
    scopes: [subscriptions.manage],
  },
  startTestTriggerInvocation: {
    method: 'POST',
    resource: 'trigger-invocations',
    path: '/test',
    requestMediaType: 'application/json',
    success: [200, 204],
    errors: [400, 401, 403, 429, 500],
    byFault: [500],
    scopes: [invocations.manage],
  },
  completeTriggerInvocation: {
    method: 'POST',
    resource: 'trigger-invocations',
    path: '/{id}/complete',
    requestMediaType: 'application/json',
    success: [204],
    errors: [400, 401, 403, 429, 500],
    byFault: [401, 403, 500],
    scopes: [],
  },
  listTriggerInvocationStatus: {
    method: 'GET',
    resource: 'trigger-invocations',
    path: '/status',
    success: [200],
    errors: [400, 401, 403, 429, 500],
    byFault: [500],
    scopes: [invocations.read, invocations.manage],
  },
} as const satisfies Record<string, Operation>;

export type OperationId = keyof typeof operations;

/** What a promise can be about: one of the ten operations, or the token endpoint that all of them stand on. */
export type Endpoint = OperationId | 'requestToken';

export const operationIds = Object.keys(operations) as OperationId[];

export type Cell = Readonly<{ operation: OperationId; status: number; provokedBy: 'request' | 'fault' }>;

/** The 64 cells: each operation with each of its documented statuses. */
export const cells: readonly Cell[] = operationIds.flatMap((operation) => {
  const { success, errors, byFault }: Operation = operations[operation];

  return [...success, ...errors].map((status) => ({
    operation,
    status,
    provokedBy: byFault.includes(status) ? ('fault' as const) : ('request' as const),
  }));
});
