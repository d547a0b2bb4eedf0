import { type OperationId, operations } from '../operations.ts';
import { triggers } from '../triggers/index.ts';
import type { ErrorResponse, InvocationStatus, Subscription, Trigger } from '../types.ts';

const subscription: Subscription = {
  id: 's1',
  name: 'Crew sync',
  description: 'd',
  triggerId: 'idn:identity-created',
  triggerName: 'Identity Created',
  type: 'HTTP',
  responseDeadline: 'PT1H',
  httpConfig: {
    url: 'https://hooks.example/in',
    httpDispatchMode: 'SYNC',
    httpAuthenticationType: 'BASIC_AUTH',
    basicAuthConfig: { userName: 'u', password: null },
    bearerTokenAuthConfig: null,
  },
  enabled: false,
  filter: '$[?(@.identity)]',
};

const status: InvocationStatus = {
  id: 'i1',
  triggerId: 'idn:identity-created',
  subscriptionName: 'Crew sync',
  subscriptionId: 's1',
  type: 'TEST',
  created: '2026-01-01T00:00:00.123456Z',
  completed: '2026-01-01T00:00:01Z',
  startInvocationInput: { triggerId: 'idn:identity-created', input: {}, contentJson: {} },
  completeInvocationInput: { localizedError: null, output: null },
};

const catalogue: readonly Trigger[] = triggers.map(
  ({ id, name, type, description, inputSchema, sampleInput, outputSchema, sampleOutput }) => ({
    ...{ id, name, type, description, exampleInput: sampleInput, exampleOutput: sampleOutput },
    inputSchema: JSON.stringify(inputSchema),
    outputSchema: outputSchema && JSON.stringify(outputSchema),
  }),
);

const error: ErrorResponse = {
  detailCode: '400.1 Bad Request Content',
  trackingId: 't1',
  messages: [{ locale: 'en-US', localeOrigin: 'DEFAULT', text: 'no' }],
  causes: [{ locale: null, localeOrigin: null, text: 'because' }],
};

const invocation = { id: 'i1', triggerId: 'idn:identity-created', secret: 'x', contentJson: {} };

const success: Readonly<Record<OperationId, unknown>> = {
  listTriggers: catalogue,
  createSubscription: subscription,
  listSubscriptions: [subscription],
  updateSubscription: subscription,
  patchSubscription: subscription,
  deleteSubscription: undefined,
  testSubscriptionFilter: { isValid: true, isValidJSONPath: true, isPathExist: true },
  startTestTriggerInvocation: [invocation],
  completeTriggerInvocation: undefined,
  listTriggerInvocationStatus: [status],
};

const errors: Readonly<Record<number, unknown>> = {
  401: { error: 'JWT validation failed: JWT is expired' },
  429: { message: ' Rate Limit Exceeded ' },
};

/** Bodies in the documented shape, for tests. */
export const bodies = {
  subscription,
  status,
  error,
  trigger: catalogue[0] as Trigger,
  documented: (operation: OperationId, code: number): unknown => {
    const succeeds: readonly number[] = operations[operation].success;
    if (!succeeds.includes(code)) return errors[code] ?? error;
    return code === 204 ? undefined : success[operation];
  },
};
