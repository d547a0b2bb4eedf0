import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Client } from '../../client/client.ts';
import type { Credentials } from '../../client/tokens.ts';
import { UsageError } from '../../gate/gate-options.ts';

export type TokenServer = AsyncDisposable &
  Readonly<{
    /** For k6: the token it starts with, when it ends (ms since 1970), and where to get the next. */
    env: Readonly<Record<'ISC_LOAD_TOKEN' | 'ISC_LOAD_TOKEN_EXPIRES' | 'ISC_LOAD_TOKEN_URL', string>>;
  }>;

type Token = Readonly<{ token: string; expiresAt: number }>;

const early = 120_000;

/** Gets tokens through the client, and hands them to k6 over loopback: k6 itself holds no client secret. */
export const serveTokens = async (client: Client, credentials: Credentials): Promise<TokenServer> => {
  let held = await fetchToken(client, credentials);
  const current = async (): Promise<Token> => {
    if (held.expiresAt - Date.now() < early) held = await fetchToken(client, credentials);

    return held;
  };
  const server = createServer((_, response) => {
    void current().then(
      (token) => response.writeHead(200).end(JSON.stringify(token)),
      () => response.writeHead(503).end(),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;

  return {
    env: {
      ISC_LOAD_TOKEN: held.token,
      ISC_LOAD_TOKEN_EXPIRES: String(held.expiresAt),
      ISC_LOAD_TOKEN_URL: `http://127.0.0.1:${port}/token`,
    },
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
};

const fetchToken = async (client: Client, credentials: Credentials): Promise<Token> => {
  const { status, body } = await client.requestToken(credentials);
  const { access_token: token, expires_in: seconds } = (body ?? {}) as Readonly<Record<string, unknown>>;
  if (status !== 200 || typeof token !== 'string')
    throw new UsageError(
      `The tenant gave no token (${status}): check SAIL_CLIENT_ID and SAIL_CLIENT_SECRET, then: npx isc-triggers doctor`,
    );

  return { token, expiresAt: Date.now() + (typeof seconds === 'number' ? seconds : 600) * 1000 };
};

/** A token of a client, for a scenario that uses it for less than its life. */
export const tokenOf = async (client: Client, credentials: Credentials): Promise<string> =>
  (await fetchToken(client, credentials)).token;
