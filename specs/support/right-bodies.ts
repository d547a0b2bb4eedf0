import type { OperationId } from '../../contracts/operations.ts';
import { isObject, type JsonObject } from './answer.ts';
import { without } from './draft.ts';
import type { Subscriptions } from './subscriptions.ts';

/** Right bodies of an operation, which together have every documented member. `right` is an ordinary one. */
export type RightBodies = (
  parts: Readonly<{ subscriptions: Subscriptions; right: unknown }>,
) => readonly unknown[];

const http = (members: JsonObject): JsonObject => ({
  httpConfig: { url: 'https://example.com/isc-triggers/defects', httpDispatchMode: 'SYNC', ...members },
});

const drafts = ({ draft, secret }: Subscriptions): readonly JsonObject[] => [
  draft({
    description: 'right but for one thing',
    filter: '$.identity',
    ...http({
      httpAuthenticationType: 'BASIC_AUTH',
      basicAuthConfig: { userName: 'uma', password: secret() },
    }),
  }),
  draft(http({ httpAuthenticationType: 'BEARER_TOKEN', bearerTokenAuthConfig: { bearerToken: secret() } })),
  without(
    draft({
      type: 'EVENTBRIDGE',
      eventBridgeConfig: { awsAccount: '123456789012', awsRegion: 'us-west-1' },
    }),
    'httpConfig',
  ),
];

/** The body with members that it may have. */
const and = (right: unknown, members: JsonObject): JsonObject => ({
  ...(isObject(right) ? right : {}),
  ...members,
});

export const rightBodies = {
  createSubscription: ({ subscriptions }) => drafts(subscriptions),
  updateSubscription: ({ subscriptions }) =>
    drafts(subscriptions).map((draft) => without(draft, 'triggerId')),
  patchSubscription: ({ right }) => [right],
  testSubscriptionFilter: ({ right }) => [right],
  startTestTriggerInvocation: ({ right }) => [and(right, { input: { identity: { id: 'i1' } } })],
  completeTriggerInvocation: ({ right }) => [and(right, { error: 'none' })],
} as const satisfies Partial<Record<OperationId, RightBodies>>;
