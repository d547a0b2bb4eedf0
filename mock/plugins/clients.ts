import type { Random } from '../random.ts';

/** A client that may ask for tokens. */
export type Client = Readonly<{
  clientId: string;
  clientSecret: string;
  scopes: readonly string[];
  identityId: string;
  name: string;
  authorities: readonly string[];
}>;

/** The three kinds of client that a suite needs: all scopes, the reading ones, none of the trigger service's. */
export type Clients = Readonly<{ full: Client; readonly: Client; noscope: Client }>;

const scopes = {
  full: ['sp:scopes:all'],
  readonly: ['sp:trigger-service-subscriptions:read', 'sp:trigger-service-invocation-status:read'],
  noscope: ['idn:sources:read'],
} as const;

export const createClients = (random: Random): Clients => {
  const client = (kind: keyof typeof scopes, authorities: readonly string[]): Client => ({
    clientId: random.hex(),
    clientSecret: random.hex() + random.hex(),
    scopes: scopes[kind],
    identityId: random.hex(),
    name: `${kind}.client`,
    authorities,
  });

  return {
    full: client('full', ['ORG_ADMIN']),
    readonly: client('readonly', ['ORG_ADMIN']),
    noscope: client('noscope', []),
  };
};

export const findClient = (clients: Clients, clientId: string): Client | undefined =>
  Object.values(clients).find((client) => client.clientId === clientId);
