import type { Client } from '../client/client.ts';
import type { LiveExchange } from '../client/exchange.ts';
import type { ClientIdentity } from '../client/tokens.ts';
import type { Settings } from '../config.ts';
import { type ApiVersion, pathTemplate } from '../contracts/versions.ts';
import type { PlannedRequest } from '../specs/support/plan-file.ts';
import { commonCause } from './common-cause.ts';
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

  const cause = commonCause(answers, version, host);
  if (cause !== undefined) throw new UsageError(cause);
};
