/** What a tenant keeps. Records are never changed in place: a changed one takes the old one's seat. */

export type TriggerType = 'REQUEST_RESPONSE' | 'FIRE_AND_FORGET';

/** As the API shows it: the schemas are serialised. FIRE_AND_FORGET triggers expect no output. */
export type TriggerRecord = Readonly<{
  id: string;
  name: string;
  type: TriggerType;
  description: string;
  inputSchema: string;
  exampleInput: unknown;
  outputSchema: string | null;
  exampleOutput: unknown;
}>;

export type SubscriptionType = 'HTTP' | 'EVENTBRIDGE' | 'INLINE' | 'SCRIPT' | 'WORKFLOW';

export type HttpConfig = Readonly<{
  url: string;
  httpDispatchMode: 'SYNC' | 'ASYNC' | 'DYNAMIC';
  httpAuthenticationType: 'NO_AUTH' | 'BASIC_AUTH' | 'BEARER_TOKEN';
  basicAuthConfig?: Readonly<{ userName?: string; password?: string | null }> | null;
  bearerTokenAuthConfig?: Readonly<{ bearerToken?: string | null }> | null;
}>;

export type EventBridgeConfig = Readonly<{ awsAccount: string; awsRegion: string }>;

/** A subscription with its secrets in clear: what dispatch needs, and never what an answer shows. */
export type SubscriptionRecord = Readonly<{
  id: string;
  name: string;
  description?: string | null;
  triggerId: string;
  triggerName: string;
  type: SubscriptionType;
  /** ISO 8601 duration. */
  responseDeadline: string;
  httpConfig?: HttpConfig | null;
  eventBridgeConfig?: EventBridgeConfig | null;
  workflowConfig?: unknown;
  enabled: boolean;
  filter?: string | null;
}>;

export type LocalizedMessage = Readonly<{ locale: string; message: string }>;

export type InvocationRecord = Readonly<{
  id: string;
  triggerId: string;
  subscriptionId: string;
  subscriptionName: string;
  type: 'TEST' | 'REAL_TIME';
  /** Authenticates the completion. */
  secret: string;
  input: unknown;
  contentJson: unknown;
  /** Milliseconds, as the clock counts. */
  created: number;
  /** When it ends as failed, where it is still open; absent where it awaits no response. */
  deadlineAt?: number;
  /** Absent while the invocation is in flight. */
  completed?: number;
  localizedError?: LocalizedMessage | null;
  output?: unknown;
}>;
