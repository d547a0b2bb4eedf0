import type { Tenant } from '../tenant.ts';
import { findClient } from './clients.ts';

/** A request to the token endpoint, as it came. */
export type GrantRequest = Readonly<{
  query: Readonly<Record<string, unknown>>;
  contentType: string | undefined;
  body: Buffer;
}>;

export type GrantParameters = ReadonlyMap<string, string>;

export type GrantAnswer = Readonly<{ status: number; body: Readonly<Record<string, unknown>> }>;

/** From the query string, and over it from a body that is a form, URL-encoded or multipart. */
export const readGrant = async ({ query, contentType, body }: GrantRequest): Promise<GrantParameters> => {
  const parameters = new Map<string, string>();
  for (const [name, value] of Object.entries(query))
    if (typeof value === 'string') parameters.set(name, value);
  if (!contentType || body.length === 0) return parameters;

  try {
    const form = await new Response(body, { headers: { 'Content-Type': contentType } }).formData();
    for (const [name, value] of form) if (typeof value === 'string') parameters.set(name, value);
  } catch {
    // A body that is no form has no parameters; the answer says which one is missing.
  }

  return parameters;
};

/** Client credentials for a token (RFC 6749, 4.4 and 5.2). */
export const answerGrant = async (parameters: GrantParameters, tenant: Tenant): Promise<GrantAnswer> => {
  const grant = parameters.get('grant_type');
  if (!grant) return refused(400, 'invalid_request', 'grant_type is missing');
  if (grant !== 'client_credentials')
    return refused(400, 'unsupported_grant_type', `${grant} is not supported`);

  const client = findClient(tenant.clients, parameters.get('client_id') ?? '');
  if (!client || client.clientSecret !== parameters.get('client_secret')) {
    return refused(401, 'invalid_client', 'client_id and client_secret do not belong together');
  }

  return { status: 200, body: await tenant.tokens.issue(client) };
};

const refused = (status: number, error: string, description: string): GrantAnswer => ({
  status,
  body: { error, error_description: description },
});
