import { base64 } from '../../../dispatch/base64.ts';
import type { HttpConfig } from '../../records.ts';
import { changeHeaders } from '../change-dispatch.ts';
import type { Apply, Mutant } from '../mutant.ts';

/** Says something else to subscribers with one kind of credentials; `undefined` sends none. */
const authorizes = (
  kind: HttpConfig['httpAuthenticationType'],
  authorization: (right: string, config: HttpConfig) => string | undefined,
): Apply =>
  changeHeaders((headers, config) =>
    (config.httpAuthenticationType ?? 'NO_AUTH') === kind
      ? { authorization: authorization(headers.authorization ?? '', config) }
      : {},
  );

const basic = (userName = '', password = ''): string => `Basic ${base64(`${userName}:${password}`)}`;

/** What an event is authenticated by. */
export const dispatchCredentialMutants: readonly Mutant[] = [
  {
    id: 'no-auth-has-empty-credentials',
    breaks: 'dispatch.no-auth',
    apply: authorizes('NO_AUTH', () => basic()),
  },
  {
    id: 'no-auth-has-a-token',
    breaks: 'dispatch.no-auth',
    apply: authorizes('NO_AUTH', () => 'Bearer tenant'),
  },
  {
    id: 'no-auth-has-what-else-is-configured',
    breaks: 'dispatch.no-auth',
    apply: authorizes('NO_AUTH', (_right, { basicAuthConfig, bearerTokenAuthConfig }) => {
      if (bearerTokenAuthConfig?.bearerToken) return `Bearer ${bearerTokenAuthConfig.bearerToken}`;

      return basicAuthConfig?.userName ? basic(basicAuthConfig.userName) : undefined;
    }),
  },
  {
    id: 'basic-auth-without-credentials',
    breaks: 'dispatch.basic-auth',
    apply: authorizes('BASIC_AUTH', () => undefined),
  },
  {
    id: 'basic-auth-without-user',
    breaks: 'dispatch.basic-auth',
    apply: authorizes('BASIC_AUTH', (_right, { basicAuthConfig }) =>
      basic('', basicAuthConfig?.password ?? ''),
    ),
  },
  {
    id: 'basic-auth-without-password',
    breaks: 'dispatch.basic-auth',
    apply: authorizes('BASIC_AUTH', (_right, { basicAuthConfig }) => basic(basicAuthConfig?.userName)),
  },
  {
    id: 'basic-auth-not-encoded',
    breaks: 'dispatch.basic-auth',
    apply: authorizes(
      'BASIC_AUTH',
      (_right, { basicAuthConfig }) => `Basic ${basicAuthConfig?.userName}:${basicAuthConfig?.password}`,
    ),
  },
  {
    id: 'basic-auth-as-bearer',
    breaks: 'dispatch.basic-auth',
    apply: authorizes('BASIC_AUTH', (right) => right.replace('Basic', 'Bearer')),
  },
  {
    id: 'basic-auth-loses-other-alphabets',
    breaks: 'dispatch.basic-auth',
    apply: authorizes('BASIC_AUTH', (_right, { basicAuthConfig }) =>
      basic(basicAuthConfig?.userName, basicAuthConfig?.password?.replace(/[^ -~]/g, '?')),
    ),
  },
  {
    id: 'basic-auth-cut-at-a-colon',
    breaks: 'dispatch.basic-auth',
    apply: authorizes('BASIC_AUTH', (_right, { basicAuthConfig }) =>
      basic(basicAuthConfig?.userName, basicAuthConfig?.password?.split(':')[0]),
    ),
  },
  {
    id: 'bearer-token-missing',
    breaks: 'dispatch.bearer-token',
    apply: authorizes('BEARER_TOKEN', () => undefined),
  },
  {
    id: 'bearer-token-without-scheme',
    breaks: 'dispatch.bearer-token',
    apply: authorizes('BEARER_TOKEN', (right) => right.replace('Bearer ', '')),
  },
  {
    id: 'bearer-token-as-basic',
    breaks: 'dispatch.bearer-token',
    apply: authorizes('BEARER_TOKEN', (right) => right.replace('Bearer', 'Basic')),
  },
  {
    id: 'bearer-token-encoded',
    breaks: 'dispatch.bearer-token',
    apply: authorizes(
      'BEARER_TOKEN',
      (_right, { bearerTokenAuthConfig }) => `Bearer ${base64(bearerTokenAuthConfig?.bearerToken ?? '')}`,
    ),
  },
  {
    id: 'bearer-token-in-lower-case',
    breaks: 'dispatch.bearer-token',
    apply: authorizes('BEARER_TOKEN', (right) => `Bearer ${right.slice(7).toLowerCase()}`),
  },
];
