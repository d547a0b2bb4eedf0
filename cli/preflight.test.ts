import { expect, test } from '@playwright/test';
import type { Answer } from '../client/testing/tenant.ts';
import { json, serve } from '../client/testing/tenant.ts';
import { canary, isTokenRequest, tenantEnv, tenantThat } from './testing/fake-tenant.ts';
import { runProgram } from './testing/run-program.ts';
import { workplace } from './testing/workplace.ts';

type Case = Readonly<{
  name: string;
  answer: Answer;
  /** In place of a token. */
  token?: Answer;
  env?: Readonly<Record<string, string>>;
  says: readonly RegExp[];
}>;

const scoped = (...scope: readonly string[]): string =>
  ['{"alg":"HS256"}', JSON.stringify({ scope }), canary.token]
    .map((part) => Buffer.from(part).toString('base64url'))
    .join('.');

const page = '<!doctype html><title>Sign in</title>';

const cases: readonly Case[] = [
  {
    name: 'a wrong secret',
    token: (_, response) => json(response, 401, { error: 'invalid_client' }),
    answer: (_, response) => json(response, 500, {}),
    says: [/gave no token: 401/, /The id or the secret is wrong/, /SAIL_CLIENT_ID and SAIL_CLIENT_SECRET/],
  },
  {
    name: 'a token with too few scopes',
    token: (_, response) =>
      json(response, 200, { access_token: scoped('sp:scopes:default'), expires_in: 749 }),
    answer: (_, response) => json(response, 403, { detailCode: '403 Forbidden' }),
    says: [/too few scopes: sp:trigger-service-subscriptions:read is missing/, /sp:scopes:all/],
  },
  {
    name: 'FC-022 a client that may not call, though its token lists everything',
    token: (_, response) => json(response, 200, { access_token: scoped('sp:scopes:all'), expires_in: 749 }),
    answer: (_, response) => json(response, 403, { detailCode: '403 Forbidden', messages: [] }),
    says: [
      /This client may not call the trigger operations of beta/,
      /personal access token of an ORG_ADMIN/,
    ],
  },
  {
    name: 'FC-021 a tenant that takes no token of its own',
    answer: (_, response) => json(response, 401, { error: 'JWT is required' }),
    says: [/401 \{"error":"JWT is required"\}/, /SAIL_BASE_URL/],
  },
  {
    name: 'FC-020 a tenant that asks for a header that is sent',
    env: { ISC_API_VERSION: 'v2024' },
    answer: (_, response) => json(response, 400, { error: 'Experimental Header is missing or invalid.' }),
    says: [/v2024 asks for the header X-SailPoint-Experimental on every request, which this run sent/],
  },
  {
    name: 'an HTML page in place of a token',
    token: (_, response) => response.writeHead(200, { 'content-type': 'text/html' }).end(page),
    answer: (_, response) => response.writeHead(200, { 'content-type': 'text/html' }).end(page),
    says: [/200 with text\/html instead of JSON/, /SAIL_BASE_URL must be the API's address/],
  },
  {
    name: 'an HTML page in place of JSON',
    answer: (_, response) => response.writeHead(200, { 'content-type': 'text/html' }).end(page),
    says: [/answers text\/html in place of JSON/, /no login page may stand before it/],
  },
  {
    name: "a proxy's 502",
    answer: (_, response) => response.writeHead(502, { 'content-type': 'text/html' }).end('Bad Gateway'),
    says: [/something in between answers 502 to everything/, /Try again later/],
  },
  {
    name: 'a version that the tenant has not',
    env: { ISC_API_VERSION: 'v2026' },
    answer: (_, response) => json(response, 404, { message: 'no route' }),
    says: [/has no trigger operations under v2026/, /ISC_API_VERSION/],
  },
];

for (const { name, answer, token, env = {}, says } of cases) {
  test(`${name}: one sentence and 2, no red cell`, async () => {
    await using tenant = token
      ? await serve((seen, response) => (isTokenRequest(seen) ? token : answer)(seen, response), {
          tokens: false,
        })
      : await tenantThat(answer);
    using place = workplace();

    const { code, output } = await runProgram(['gate'], { cwd: place.cwd, env: tenantEnv(tenant.url, env) });

    for (const pattern of says) expect(output).toMatch(pattern);
    expect(output).not.toMatch(/BROKEN|^\s+at /m);
    for (const text of [output, ...place.files().values()]) {
      expect(text).not.toContain(canary.secret);
      expect(text).not.toContain(canary.token);
    }
    expect(tenant.seen.filter(({ method }) => !['GET', 'POST'].includes(method))).toEqual([]);
    expect(code).toBe(2);
  });
}

test('FC-020, FC-023: the header is sent on v2024 and v2025, and JSON is asked for', async () => {
  await using tenant = await tenantThat((_, response) => json(response, 404, {}));
  using place = workplace();
  const env = tenantEnv(tenant.url);

  for (const version of ['v2024', 'v2025', 'beta'])
    await runProgram(['gate', '--api-version', version], { cwd: place.cwd, env });
  const sent = (version: string) => tenant.seen.filter(({ url }) => url.startsWith(`/${version}/`));

  expect(sent('v2024').length).toBeGreaterThan(0);
  for (const { headers } of [...sent('v2024'), ...sent('v2025')])
    expect(headers['x-sailpoint-experimental']).toBe('true');
  for (const { headers } of sent('beta')) expect(headers).not.toHaveProperty('x-sailpoint-experimental');
  for (const { headers } of tenant.seen) expect(headers.accept).toBe('application/json');
});
