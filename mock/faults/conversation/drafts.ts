import { draft } from '../../test-tenant.ts';

export const subscriptions = '/beta/trigger-subscriptions';
export const invocations = '/beta/trigger-invocations';
export const url = 'http://127.0.0.1:9/';
export const eventBridge = {
  name: 'bridge',
  triggerId: 'idn:source-created',
  type: 'EVENTBRIDGE',
  eventBridgeConfig: { awsAccount: '123456789012', awsRegion: 'eu-central-1' },
};
export const basic = {
  ...draft.httpConfig,
  httpAuthenticationType: 'BASIC_AUTH',
  basicAuthConfig: { userName: 'u', password: 'p' },
};
export const bearer = {
  ...draft.httpConfig,
  httpAuthenticationType: 'BEARER_TOKEN',
  bearerTokenAuthConfig: { bearerToken: 'b' },
};
