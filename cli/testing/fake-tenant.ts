import { type Answer, json, type Seen, serve, type TestServer } from '../../client/testing/tenant.ts';

/** What no output and no file may hold. */
export const canary = { secret: 'CANARY-CLIENT-SECRET', token: 'CANARY-TOKEN' } as const;

/** The settings of a run against a tenant at `url`. */
export const tenantEnv = (url: string, more: Readonly<Record<string, string>> = {}) => ({
  ISC_TARGET: 'tenant',
  SAIL_BASE_URL: url,
  SAIL_CLIENT_ID: 'client-1',
  SAIL_CLIENT_SECRET: canary.secret,
  ...more,
});

/** A tenant that hands out a token and gives the same answer to everything else. */
export const tenantThat = (answer: Answer): Promise<TestServer> =>
  serve(
    (seen, response) => {
      if (isTokenRequest(seen)) json(response, 200, { access_token: canary.token, expires_in: 749 });
      else answer(seen, response);
    },
    { tokens: false },
  );

export const isTokenRequest = ({ url }: Seen): boolean => url.startsWith('/oauth/token');
