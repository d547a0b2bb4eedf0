import { randomUUID } from 'node:crypto';
import type { HttpConfig } from '../../contracts/types.ts';
import { credentialHeaders } from '../../dispatch/credentials.ts';
import { UsageError } from '../gate-options.ts';
import type { Shown } from './step.ts';

type Env = Readonly<Record<string, string | undefined>>;

/** What an event may show of its sender. */
export type CheckCredentials = Readonly<{
  kind: 'none' | 'basic' | 'bearer';
  headersOf: (shown: Shown) => Readonly<Record<string, string>>;
  /** What must not stand in any output, with what people call it. */
  secrets: readonly Readonly<{ name: string; value: string }>[];
}>;

type Authentication = Pick<
  HttpConfig,
  'httpAuthenticationType' | 'basicAuthConfig' | 'bearerTokenAuthConfig'
>;

/**
 * The credentials of the subscription that is played, from ISC_CHECK_USER and ISC_CHECK_PASSWORD, or from
 * ISC_CHECK_BEARER. Throws UsageError where they contradict each other.
 */
export const checkCredentials = (env: Env): CheckCredentials => {
  const { ISC_CHECK_USER: userName, ISC_CHECK_PASSWORD: password, ISC_CHECK_BEARER: bearerToken } = env;
  if (bearerToken && (userName || password))
    throw new UsageError(
      'ISC_CHECK_BEARER is set, and ISC_CHECK_USER or ISC_CHECK_PASSWORD as well: a subscription has one kind of credentials. Unset the other.',
    );
  if (bearerToken)
    return {
      kind: 'bearer',
      headersOf: headers((token = bearerToken) => ({
        httpAuthenticationType: 'BEARER_TOKEN',
        bearerTokenAuthConfig: { bearerToken: token },
      })),
      secrets: [{ name: 'the bearer token', value: bearerToken }],
    };
  if (!userName && !password) return { kind: 'none', headersOf: () => ({}), secrets: [] };
  if (!userName || !password)
    throw new UsageError(
      `${userName ? 'ISC_CHECK_USER' : 'ISC_CHECK_PASSWORD'} is set and ${userName ? 'ISC_CHECK_PASSWORD' : 'ISC_CHECK_USER'} is not: BASIC_AUTH needs both. Export both in the shell.`,
    );

  return {
    kind: 'basic',
    headersOf: headers((secret = password) => ({
      httpAuthenticationType: 'BASIC_AUTH',
      basicAuthConfig: { userName, password: secret },
    })),
    secrets: [
      { name: 'the password', value: password },
      { name: 'the Authorization header', value: Buffer.from(`${userName}:${password}`).toString('base64') },
    ],
  };
};

/** `configured` makes the configuration of a subscription, with its own secret or with another one. */
const headers =
  (configured: (secret?: string) => Authentication) =>
  (shown: Shown): Readonly<Record<string, string>> =>
    shown === 'none'
      ? {}
      : {
          ...credentialHeaders({
            url: '',
            httpDispatchMode: 'SYNC',
            ...(shown === 'right' ? configured() : configured(randomUUID())),
          }),
        };
