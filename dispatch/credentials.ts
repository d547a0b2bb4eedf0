import type { HttpConfig } from '../contracts/types.ts';
import { base64 } from './base64.ts';

type CredentialHeaders = Readonly<{ authorization?: string }>;

type AuthenticationType = NonNullable<HttpConfig['httpAuthenticationType']>;

/**
 * What a dispatch shows to the subscriber, as documented: nothing for NO_AUTH, the default; user name and password
 * for BASIC_AUTH (RFC 7617, in UTF-8); the token for BEARER_TOKEN. A secret that was never set counts as empty.
 */
export const credentialHeaders = (config: HttpConfig): CredentialHeaders =>
  headers[config.httpAuthenticationType ?? 'NO_AUTH'](config);

const headers: Readonly<Record<AuthenticationType, (config: HttpConfig) => CredentialHeaders>> = {
  NO_AUTH: () => ({}),
  BASIC_AUTH: ({ basicAuthConfig }) => ({
    authorization: `Basic ${base64(`${basicAuthConfig?.userName ?? ''}:${basicAuthConfig?.password ?? ''}`)}`,
  }),
  BEARER_TOKEN: ({ bearerTokenAuthConfig }) => ({
    authorization: `Bearer ${bearerTokenAuthConfig?.bearerToken ?? ''}`,
  }),
};
