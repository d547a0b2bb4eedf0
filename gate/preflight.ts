import type { Client } from '../client/client.ts';
import type { LiveExchange } from '../client/exchange.ts';
import type { ClientIdentity } from '../client/tokens.ts';
import type { Settings } from '../config.ts';
import { type ApiVersion, pathTemplate, versions } from '../contracts/versions.ts';
import type { PlannedRequest } from '../specs/support/plan-file.ts';
import { UsageError } from './gate-options.ts';

type TenantSettings = Extract<Settings, { target: 'tenant' }>;

const lists = ['listTriggers', 'listSubscriptions', 'listTriggerInvocationStatus'] as const;

/**
 * Looks before a run whether there is anything to judge: a token, and a tenant that answers at all. What is the
 * same for every operation is a matter of settings or of the way to the tenant, told once and in one sentence.
 * Throws UsageError, TokenError, TransportError.
 */
export const preflight = async (client: Client, settings: TenantSettings): Promise<void> => {
  for (const identity of Object.keys(settings.tenant.credentials) as ClientIdentity[]) {
    const { scopes } = await client.authenticate(identity);
    if (identity === 'full') checkScopes(scopes, settings);
  }
  for (const version of settings.apiVersions) await checkVersion(client, version, settings.tenant.host);
};

/** What a preflight sends besides token requests. */
export const preflightRequests = (apiVersions: readonly ApiVersion[]): readonly PlannedRequest[] =>
  apiVersions.flatMap((version) =>
    lists.map((operation) => ({
      method: 'GET',
      path: `${pathTemplate(version, operation)}?limit=1`,
      identity: 'full' as const,
    })),
  );

const checkScopes = (scopes: readonly string[], { writes }: TenantSettings): void => {
  const known = scopes.filter((scope) => scope.startsWith('sp:'));
  if (known.length === 0 || known.includes('sp:scopes:all')) return;
  const needed = writes ? 'sp:trigger-service-subscriptions:manage' : 'sp:trigger-service-subscriptions:read';
  if (known.includes(needed)) return;

  throw new UsageError(
    `The token of SAIL_CLIENT_ID has too few scopes: ${needed} is missing (it has ${known.slice(0, 4).join(', ')}). ` +
      'Use a personal access token with sp:scopes:all, or with the scopes of the trigger service.',
  );
};

const checkVersion = async (client: Client, version: ApiVersion, host: string): Promise<void> => {
  const answers: LiveExchange[] = [];
  for (const operation of lists) answers.push(await client.call(operation, { version, query: { limit: 1 } }));

  for (const { applies, tell } of causes) {
    const [first] = answers;
    if (first && answers.every(applies)) throw new UsageError(tell(first, version, host));
  }
};

type Cause = Readonly<{
  applies: (exchange: LiveExchange) => boolean;
  tell: (exchange: LiveExchange, version: ApiVersion, host: string) => string;
}>;

const saying =
  (pattern: RegExp) =>
  ({ live }: LiveExchange): boolean =>
    pattern.test(live.text);

/** What every list answers alike, and what it means; the first that applies is told. */
const causes: readonly Cause[] = [
  {
    applies: saying(/experimental header/i),
    tell: (_, version) =>
      `${version} asks for the header ${Object.keys(versions.v2024.headers)[0]} on every request, which this run ${'X-SailPoint-Experimental' in versions[version].headers ? 'sent' : 'does not send on this version'}. ` +
      'Choose another version with ISC_API_VERSION, or ask the vendor.',
  },
  {
    applies: ({ response }) => response.status === 401,
    tell: ({ live }, version, host) =>
      `${host} refuses its own token on ${version}: 401 ${live.text.slice(0, 120)}. ` +
      'Check that SAIL_BASE_URL is the API of the tenant that SAIL_CLIENT_ID belongs to.',
  },
  {
    applies: ({ response }) => response.status === 403,
    tell: (_, version, host) =>
      `This client may not call the trigger operations of ${version} on ${host}: 403 for every list, though it got a token. ` +
      'Use a personal access token of an ORG_ADMIN, with the scopes of the trigger service.',
  },
  {
    applies: ({ response }) => [502, 503, 504].includes(response.status),
    tell: ({ response }, _, host) =>
      `${host} is not reached: something in between answers ${response.status} to everything. Try again later, or ask who runs the proxy.`,
  },
  {
    applies: ({ response, live }) => response.status < 400 && live.body === undefined,
    tell: ({ response }, _, host) =>
      `${host} answers ${response.headers['content-type']?.split(';')[0] ?? 'something'} in place of JSON. ` +
      'SAIL_BASE_URL must be the API address, as https://TENANT.api.identitynow.com, and no login page may stand before it.',
  },
  {
    applies: ({ response }) => response.status === 404,
    tell: (_, version, host) =>
      `${host} has no trigger operations under ${version}: 404 for every list. Check SAIL_BASE_URL and ISC_API_VERSION.`,
  },
];
