import type { EventBridgeConfig, HttpConfig, SubscriptionRecord, TriggerRecord } from '../records.ts';

/** The body of a create or a put, once it was validated. */
export type SubscriptionBody = Partial<Omit<SubscriptionRecord, 'httpConfig'>> &
  Readonly<{ httpConfig?: Partial<HttpConfig> | null }>;

type Identified = Readonly<{ id: string; trigger: Pick<TriggerRecord, 'id' | 'name'> }>;

/** Makes a subscription of what a client sent: documented members only, documented defaults for what is missing. */
export const toSubscription = (body: SubscriptionBody, { id, trigger }: Identified): SubscriptionRecord => ({
  id,
  name: body.name ?? '',
  ...pick(body, ['description']),
  triggerId: trigger.id,
  triggerName: trigger.name,
  type: body.type ?? 'HTTP',
  responseDeadline: body.responseDeadline ?? 'PT1H',
  ...(body.httpConfig && { httpConfig: toHttpConfig(body.httpConfig) }),
  ...(body.eventBridgeConfig && { eventBridgeConfig: toEventBridgeConfig(body.eventBridgeConfig) }),
  ...(body.workflowConfig !== undefined && { workflowConfig: body.workflowConfig }),
  enabled: body.enabled ?? true,
  ...pick(body, ['filter']),
});

const toHttpConfig = (config: Partial<HttpConfig>): HttpConfig => ({
  url: config.url ?? '',
  httpDispatchMode: config.httpDispatchMode ?? 'SYNC',
  httpAuthenticationType: config.httpAuthenticationType ?? 'NO_AUTH',
  ...(config.basicAuthConfig !== undefined && {
    basicAuthConfig: config.basicAuthConfig && pick(config.basicAuthConfig, ['userName', 'password']),
  }),
  ...(config.bearerTokenAuthConfig !== undefined && {
    bearerTokenAuthConfig:
      config.bearerTokenAuthConfig && pick(config.bearerTokenAuthConfig, ['bearerToken']),
  }),
});

const toEventBridgeConfig = (config: EventBridgeConfig): EventBridgeConfig =>
  pick(config, ['awsAccount', 'awsRegion']);

/** The members that an object has of those named. */
const pick = <Source extends object, Key extends keyof Source>(
  source: Source,
  keys: readonly Key[],
): Pick<Source, Key> =>
  Object.fromEntries(
    keys.filter((key) => Object.hasOwn(source, key)).map((key) => [key, source[key]]),
  ) as Pick<Source, Key>;
