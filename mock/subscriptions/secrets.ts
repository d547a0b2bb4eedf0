import type { HttpConfig, SubscriptionRecord } from '../records.ts';

/** A subscription as answers show it: password and token are null, whatever they are. */
export const maskSecrets = (subscription: SubscriptionRecord): SubscriptionRecord => {
  const { httpConfig } = subscription;
  if (!httpConfig?.basicAuthConfig && !httpConfig?.bearerTokenAuthConfig) return subscription;

  return { ...subscription, httpConfig: maskHttpConfig(httpConfig) };
};

/** What a client reads is null, so a null that it writes back keeps the stored secret. */
export const keepSecrets = (next: SubscriptionRecord, stored: SubscriptionRecord): SubscriptionRecord => {
  const { httpConfig } = next;
  if (!httpConfig) return next;

  const password = stored.httpConfig?.basicAuthConfig?.password;
  const bearerToken = stored.httpConfig?.bearerTokenAuthConfig?.bearerToken;
  const basic = httpConfig.basicAuthConfig;
  const bearer = httpConfig.bearerTokenAuthConfig;

  return {
    ...next,
    httpConfig: {
      ...httpConfig,
      ...(basic?.password === null && password && { basicAuthConfig: { ...basic, password } }),
      ...(bearer?.bearerToken === null &&
        bearerToken && { bearerTokenAuthConfig: { ...bearer, bearerToken } }),
    },
  };
};

const maskHttpConfig = (config: HttpConfig): HttpConfig => ({
  ...config,
  ...(config.basicAuthConfig && { basicAuthConfig: { ...config.basicAuthConfig, password: null } }),
  ...(config.bearerTokenAuthConfig && {
    bearerTokenAuthConfig: { ...config.bearerTokenAuthConfig, bearerToken: null },
  }),
});
